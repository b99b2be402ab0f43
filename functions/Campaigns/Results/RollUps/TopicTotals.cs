namespace Campaigns.Results.RollUps;

/// <summary>What a topic's mentions come to. They are no mentions of the campaign unless they use a hashtag.</summary>
/// <param name="Mentions">Mentions that have its words.</param>
/// <param name="WithHashtag">Those of them that use a hashtag of the campaign as well.</param>
/// <param name="Contributors">Their distinct authors.</param>
public sealed record TopicTotals(long Mentions, long WithHashtag, long Contributors);
