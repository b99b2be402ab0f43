namespace Campaigns.Insight;

/// <summary>What texts that are added up together have in common.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Tags">One bit for each hashtag that they use.</param>
/// <param name="Topics">One bit for each topic that they are about.</param>
/// <param name="Language">Their language as ISO 639-1; null where it is unknown.</param>
public readonly record struct InsightGroup(string Channel, ulong Tags, ulong Topics, string? Language);
