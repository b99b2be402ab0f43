namespace Campaigns.Results;

/// <summary>How a topic's mentions were found.</summary>
/// <param name="WordsOnly">By its words alone: they are no mentions of the campaign.</param>
/// <param name="WithHashtag">By its words, beside a hashtag of the campaign.</param>
public sealed record TopicMatchResponse(long? WordsOnly, long? WithHashtag);
