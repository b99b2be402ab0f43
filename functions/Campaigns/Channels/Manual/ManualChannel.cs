namespace Campaigns.Channels.Manual;

/// <summary>The way for every channel that has no API, or whose API is not spoken here: a person posts the text and tells the ledger where it is.</summary>
internal sealed class ManualChannel : IChannel
{
    public string Name => "";

    public IEnumerable<ContentFault> Check(ChannelContent content) => [];

    public Task<PublishOutcome> PublishAsync(OutgoingPost post, CancellationToken cancellationToken) =>
        Task.FromResult<PublishOutcome>(new PublishOutcome.ByHand(
            "This channel is published by hand: post the text, then resolve this delivery with the address of the post."));

    // Handing a task to a person twice is handing it over once.
    public Task<Finding> FindAsync(OutgoingPost post, CancellationToken cancellationToken) => Task.FromResult<Finding>(new Finding.ProvenAbsent());
}
