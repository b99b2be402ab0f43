using System.Collections.Frozen;
using Campaigns.Planning;

namespace Campaigns.Listening.Intake;

/// <summary>The words and phrases of all campaigns' topics, found by their first piece; and the hashtags among them.</summary>
internal sealed class TopicIndex
{
    private readonly FrozenDictionary<string, TopicPhrase[]> phrases;
    private readonly FrozenDictionary<string, TopicPhrase[]>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly FrozenDictionary<string, TopicUse[]> hashtags;

    private TopicIndex(IReadOnlyList<(string Text, TopicUse Use)> all)
    {
        var folded = new FoldedText();
        phrases = all.Where(one => !IsHashtag(one.Text, out _))
            .GroupBy(one => TopicPhrase.Fold(one.Text, folded), one => one.Use, StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0)
            .Select(group => new TopicPhrase(group.Key, WordBreaks.EndOfPiece(group.Key, 0), Unite(group)))
            .GroupBy(phrase => phrase.Text[..phrase.First], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        lookup = phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        hashtags = all.Select(one => (IsTag: IsHashtag(one.Text, out var tag), tag.Folded, one.Use)).Where(one => one.IsTag)
            .GroupBy(one => one.Folded, one => one.Use, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, Unite, StringComparer.Ordinal);
    }

    /// <summary>Whether any topic has a word or phrase that is no hashtag, so that texts must be read for them.</summary>
    public bool HasPhrases => phrases.Count > 0;

    /// <summary>The topics' hashtags, folded, with what each says.</summary>
    public IReadOnlyDictionary<string, TopicUse[]> Hashtags => hashtags;

    /// <summary>Indexes the topics of campaigns.</summary>
    public static TopicIndex Of(IReadOnlyList<ListenedCampaign> campaigns) => new(
    [
        .. campaigns.SelectMany((listened, slot) => listened.Campaign.Topics.SelectMany(topic =>
            topic.Any.Select(text => (text, new TopicUse(slot, 1UL << topic.Number, 0)))
                .Concat(topic.None.Select(text => (text, new TopicUse(slot, 0, 1UL << topic.Number)))))),
    ]);

    /// <summary>The phrases that begin with a piece.</summary>
    public ReadOnlySpan<TopicPhrase> StartingWith(ReadOnlySpan<char> piece) => lookup.TryGetValue(piece, out var found) ? found : default;

    private static bool IsHashtag(string text, out Hashtag hashtag)
    {
        hashtag = default;
        return text.Trim() is ['#' or '＃', ..] trimmed && Hashtag.TryParse(trimmed, out hashtag);
    }

    private static TopicUse[] Unite(IEnumerable<TopicUse> uses) =>
    [
        .. uses.GroupBy(use => use.Campaign).Select(group => group.Aggregate((one, other) => new TopicUse(one.Campaign, one.Any | other.Any, one.None | other.None))),
    ];
}
