namespace Campaigns.Results;

/// <summary>Figures of one topic. They are no part of mentions or uses.</summary>
/// <param name="Mentions">Mentions that have its words.</param>
/// <param name="MatchedBy">How they were found.</param>
/// <param name="Contributors">Distinct authors of those that use a hashtag too; of the others no author is kept.</param>
/// <param name="ShareOfVoice">Its mentions by the mentions of all topics; shares may add up to more than 1.</param>
public sealed record TopicResponse(long? Mentions, TopicMatchResponse MatchedBy, long? Contributors, double? ShareOfVoice);
