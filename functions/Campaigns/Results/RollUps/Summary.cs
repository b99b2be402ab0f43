using System.Text.Json.Serialization;

namespace Campaigns.Results.RollUps;

/// <summary>What a campaign's mentions came to at one moment.</summary>
/// <param name="AsOf">The moment: every change before it is in the figures.</param>
/// <param name="Plan">What of the plan the figures depend on; see <see cref="FoldPlan"/>.</param>
/// <param name="Totals">The figures.</param>
/// <param name="Channels">The figures of each channel.</param>
public sealed record Summary(DateTimeOffset AsOf, string Plan, Totals Totals, IReadOnlyDictionary<string, ChannelTotals> Channels)
{
    /// <summary>The figures of each hashtag, by its number.</summary>
    public IReadOnlyDictionary<int, PartTotals> Hashtags { get; init; } = new Dictionary<int, PartTotals>();

    /// <summary>The figures of each kind: original, reply, share, quote.</summary>
    public IReadOnlyList<PartTotals> Kinds { get; init; } = [];

    /// <summary>The figures of each topic, by its number.</summary>
    public IReadOnlyDictionary<int, TopicTotals> Topics { get; init; } = new Dictionary<int, TopicTotals>();

    /// <summary>Distinct mentions that have the words of any topic.</summary>
    public long OfAnyTopic { get; init; }

    /// <summary>Mentions that have something that only looks like a hashtag, by the hashtag's number.</summary>
    public IReadOnlyDictionary<int, long> LookAlikes { get; init; } = new Dictionary<int, long>();

    /// <summary>Contributors whom the campaign names; everybody else is a number.</summary>
    public long Named { get; init; }

    /// <summary>Contributors whom the campaign does not name, with a mention with several hashtags whose followers are known.</summary>
    public long WithSeveralHashtags { get; init; }

    /// <summary>What tells whether days that were read belong to this summary; null in a roll-up of an earlier version.</summary>
    public string? DaysStamp { get; init; }

    /// <summary>What tells whether supporters that were read belong to it; null in a roll-up of an earlier version.</summary>
    public string? SupportersStamp { get; init; }

    /// <summary>Mentions with two hashtags of the campaign, for each pair of which there are any.</summary>
    public IReadOnlyList<CoUse> HashtagPairs { get; init; } = [];

    /// <summary>Mentions with a hashtag and a topic, for each pair of which there are any.</summary>
    public IReadOnlyList<CoUse> TopicPairs { get; init; } = [];

    /// <summary>What the campaign's own accounts said, by the names that <c>OwnAccounts</c> gives them; null where they are not told apart.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, OwnUse>? Own { get; init; }

    /// <summary>Whether supporters that were read are of the same roll-up. One of an earlier version has no stamp.</summary>
    /// <param name="stamp">What theirs comes to; null where none were read.</param>
    internal bool IsOfSupporters(string? stamp) => stamp is null || (SupportersStamp ?? stamp) == stamp;
}
