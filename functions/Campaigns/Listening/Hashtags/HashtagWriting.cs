using System.Globalization;
using System.Text;

namespace Campaigns.Listening.Hashtags;

/// <summary>How a hashtag is read out: screen readers tell its words apart by their capitals.</summary>
/// <param name="IsReadable">Whether its writing tells its words apart; null where its alphabet knows no capitals.</param>
/// <param name="Words">The words that its writing tells; no word is guessed.</param>
/// <param name="Suggestion">A writing that is better read, where it can be told.</param>
internal sealed record HashtagWriting(bool? IsReadable, IReadOnlyList<string> Words, string? Suggestion)
{
    /// <summary>An acronym is read letter by letter; more capitals than this are a word that is shouted.</summary>
    private const int LongestAcronym = 5;

    /// <summary>Few words are longer, and few hashtags of two words shorter.</summary>
    private const int LongestPlainWord = 8;

    /// <summary>Reads a hashtag without its sign.</summary>
    public static HashtagWriting Of(string tag)
    {
        var words = Split(tag);
        var letters = tag.EnumerateRunes().Where(Rune.IsLetter).ToList();
        if (!letters.Exists(rune => Rune.IsUpper(rune) || Rune.IsLower(rune)))
        {
            return new HashtagWriting(null, words, null);
        }

        var camel = string.Concat(words.Select(Capital));
        if (words.Count > 1)
        {
            var isReadable = words.All(word => !Rune.IsLower(Rune.GetRuneAt(word, 0)));
            return new HashtagWriting(isReadable, words, isReadable ? null : "#" + camel);
        }

        var isCapitals = letters.TrueForAll(Rune.IsUpper);
        return new HashtagWriting(letters.Count <= (isCapitals ? LongestAcronym : LongestPlainWord), words, null);
    }

    /// <summary>What is to be said about it.</summary>
    public IEnumerable<HashtagWarning> Warnings()
    {
        if (IsReadable != false)
        {
            yield break;
        }

        yield return Suggestion is not null
            ? new HashtagWarning("words_not_capitalised", $"Write each of its words with a capital, {Suggestion}: screen readers tell them apart by their capitals.")
            : Words[0].EnumerateRunes().Where(Rune.IsLetter).All(Rune.IsUpper)
                ? new HashtagWarning("all_capitals", "It is all capitals: screen readers spell it out, or read it as one word. Write only the first letter of each word as a capital.")
                : new HashtagWarning("no_capitals", "It has no capitals to read it by. If it is more than one word, write each with a capital, as in #MissingType: screen readers read it as one word else.");
    }

    /// <summary>Where a small letter is followed by a capital, where capitals end in a capitalised word, at underscores, and between letters and digits.</summary>
    private static List<string> Split(string tag)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        var runes = tag.EnumerateRunes().ToArray();
        for (var index = 0; index < runes.Length; index++)
        {
            var rune = runes[index];
            if (word.Length > 0 && (rune.Value == '_' || Begins(runes, index)))
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (rune.Value != '_')
            {
                word.Append(rune.ToString());
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static bool Begins(Rune[] runes, int index)
    {
        var (before, rune) = (runes[index - 1], runes[index]);
        return (Rune.IsUpper(rune) && (Rune.IsLower(before) || Rune.IsDigit(before) || (Rune.IsUpper(before) && index + 1 < runes.Length && Rune.IsLower(runes[index + 1]))))
            || (Rune.IsDigit(rune) && Rune.IsLower(before));
    }

    private static string Capital(string word)
    {
        var first = Rune.GetRuneAt(word, 0);
        return Rune.ToUpper(first, CultureInfo.InvariantCulture) + word[first.Utf16SequenceLength..];
    }
}
