namespace Campaigns.Channels.Bluesky;

/// <summary>A request was sent, or part of it, and its answer never came: what it asked for may have been done.</summary>
internal sealed class AnswerLostException(string message, Exception inner) : Exception(message, inner);
