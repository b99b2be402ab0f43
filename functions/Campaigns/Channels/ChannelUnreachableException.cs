namespace Campaigns.Channels;

/// <summary>A channel, or a picture for it, could not be reached, and nothing was published: worth another try.</summary>
/// <param name="message">What could not be reached, in plain words; it is shown in the ledger.</param>
/// <param name="inner">What the network said.</param>
public sealed class ChannelUnreachableException(string message, Exception? inner = null) : Exception(message, inner);
