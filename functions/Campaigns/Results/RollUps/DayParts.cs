using System.Text.Json.Serialization;

namespace Campaigns.Results.RollUps;

/// <summary>What a local day's mentions come to by channel and topic, and what was used together: sums only, nothing about people.</summary>
/// <param name="Channels">Of each channel that was heard, by its name.</param>
/// <param name="Topics">Of each topic that was spoken of, by its number.</param>
/// <param name="OfAnyTopic">Distinct mentions that have the words of any topic.</param>
/// <param name="LookAlikes">Mentions that have something that only looks like a hashtag, by the hashtag's number.</param>
/// <param name="HashtagPairs">Mentions with two hashtags of the campaign, for each pair of which there are any.</param>
/// <param name="TopicPairs">Mentions with a hashtag and a topic, for each pair of which there are any.</param>
public sealed record DayParts(
    IReadOnlyDictionary<string, DayChannel> Channels, IReadOnlyDictionary<int, DayTopic> Topics, long OfAnyTopic, IReadOnlyDictionary<int, long> LookAlikes,
    IReadOnlyList<CoUse> HashtagPairs, IReadOnlyList<CoUse> TopicPairs)
{
    /// <summary>What the campaign's own accounts said; null where they are not told apart.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, OwnUse>? Own { get; init; }
}

/// <summary>What a channel's mentions of a day come to.</summary>
/// <param name="Mentions">Mentions.</param>
/// <param name="Uses">Uses of each hashtag, by its number.</param>
public sealed record DayChannel(long Mentions, IReadOnlyDictionary<int, long> Uses);

/// <summary>What a topic's mentions of a day come to.</summary>
/// <param name="Mentions">Mentions that have its words.</param>
/// <param name="WithHashtag">Those of them that use a hashtag of the campaign as well.</param>
public sealed record DayTopic(long Mentions, long WithHashtag);
