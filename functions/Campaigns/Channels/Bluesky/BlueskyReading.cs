namespace Campaigns.Channels.Bluesky;

/// <summary>What asking the network came to: an answer, or how the asking ended.</summary>
/// <param name="Answer">The answer, good or bad, where there is one.</param>
/// <param name="Ended">Else what became of it.</param>
/// <param name="Requests">How many requests were made.</param>
/// <param name="Host">Who was asked last.</param>
internal sealed record BlueskyReading(XrpcAnswer? Answer, SearchPage? Ended, int Requests, string Host);
