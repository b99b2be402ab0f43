using System.Collections.Frozen;

namespace Campaigns.Insight.Embedded;

/// <summary>The words, phrases, emoji and emoticons that scoring knows, and the frequent words that tell languages apart.</summary>
internal sealed class Lexicon
{
    /// <summary>No phrase has more words.</summary>
    public const int LongestPhrase = 5;

    /// <summary>No text is looked up that is longer.</summary>
    public const int LongestWord = 24;

    private static readonly Lazy<Lexicon> Own = new(LexiconFile.ReadEmbedded);

    private readonly Word[] words;
    private readonly FrozenDictionary<string, int> index;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly FrozenDictionary<string, double> phrases;
    private readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> phraseLookup;

    /// <summary>A lexicon.</summary>
    /// <param name="words">By text, in lower case.</param>
    /// <param name="phrases">Valences by words with one space between.</param>
    /// <param name="languages">The languages, in the order of the bits of <see cref="Word.Languages"/>.</param>
    /// <param name="version">Where the words are from.</param>
    public Lexicon(IReadOnlyDictionary<string, Word> words, IReadOnlyDictionary<string, double> phrases, IReadOnlyList<string> languages, string version)
    {
        var starts = phrases.Keys.Select(static phrase => phrase[..phrase.IndexOf(' ', StringComparison.Ordinal)]).ToHashSet(StringComparer.Ordinal);
        var all = words.Keys.Union(starts, StringComparer.Ordinal).ToArray();
        this.words = [.. all.Select(text => words.GetValueOrDefault(text) is var word && starts.Contains(text) ? word with { Kinds = word.Kinds | WordKinds.StartsPhrase } : word)];
        index = all.Select(static (text, at) => KeyValuePair.Create(text, at)).ToFrozenDictionary(StringComparer.Ordinal);
        this.phrases = phrases.ToFrozenDictionary(StringComparer.Ordinal);
        (lookup, phraseLookup) = (index.GetAlternateLookup<ReadOnlySpan<char>>(), this.phrases.GetAlternateLookup<ReadOnlySpan<char>>());
        (Languages, Version) = (languages, version);
    }

    /// <summary>The lexicon that the engine was built with.</summary>
    public static Lexicon Embedded => Own.Value;

    /// <summary>The languages, in the order of the bits of <see cref="Word.Languages"/>; English is the first.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>Which packages the words are from.</summary>
    public string Version { get; }

    /// <summary>Texts and what is known of them.</summary>
    public IEnumerable<KeyValuePair<string, Word>> Words => index.Select(entry => KeyValuePair.Create(entry.Key, words[entry.Value]));

    /// <summary>Phrases and their valences.</summary>
    public IReadOnlyDictionary<string, double> Phrases => phrases;

    /// <summary>What is known of the word of this number.</summary>
    /// <param name="number">From <see cref="Find"/>.</param>
    public ref readonly Word this[int number] => ref words[number];

    /// <summary>The number of a word, or -1.</summary>
    /// <param name="text">The word, in lower case.</param>
    public int Find(ReadOnlySpan<char> text) => text.Length <= LongestWord && lookup.TryGetValue(text, out var number) ? number : -1;

    /// <summary>Whether these words are a phrase.</summary>
    /// <param name="text">The words, in lower case, with one space between.</param>
    /// <param name="valence">How well or ill it speaks.</param>
    public bool TryFindPhrase(ReadOnlySpan<char> text, out double valence) => phraseLookup.TryGetValue(text, out valence);

    /// <summary>The same with every polarity turned: what is praise here is complaint there.</summary>
    public Lexicon Mirrored() => new(
        Words.ToDictionary(static entry => entry.Key, static entry => entry.Value with { Valence = -entry.Value.Valence }, StringComparer.Ordinal),
        phrases.ToDictionary(static phrase => phrase.Key, static phrase => -phrase.Value, StringComparer.Ordinal),
        Languages,
        Version);
}
