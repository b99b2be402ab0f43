namespace Campaigns.Listening.Hashtags;

/// <summary>What a person should know about a hashtag.</summary>
/// <param name="Code">The same word for the same thing, for programs.</param>
/// <param name="Detail">The same as a sentence, for people.</param>
internal sealed record HashtagWarning(string Code, string Detail);
