using System.Globalization;

namespace Campaigns.Channels.Manual;

/// <summary>The way for a channel that has no API, or whose API is not spoken here: a person posts the text and tells the ledger where it is.</summary>
/// <param name="name">The channel.</param>
internal sealed class ManualChannel(string name) : IChannel
{
    public string Name => name;

    public IEnumerable<ContentFault> Check(ChannelContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (TextRule.Find(name) is { } rule && rule.Measure(Posted(content)) is var length && length > rule.Most)
        {
            yield return new ContentFault("text", length.ToString(CultureInfo.InvariantCulture), rule.Rule);
        }

        if (name == "x" && content.Text.AsSpan().IndexOfAny('\uFEFF', '\uFFFE', '\uFFFF') is >= 0 and var odd)
        {
            yield return new ContentFault("text", $"U+{(int)content.Text[odd]:X4}", "must hold no byte order mark and no character that Unicode rules out: x refuses it");
        }
    }

    public Task<PublishOutcome> PublishAsync(OutgoingPost post, CancellationToken cancellationToken) =>
        Task.FromResult<PublishOutcome>(new PublishOutcome.ByHand(
            "This channel is published by hand: post the text, then resolve this delivery with the address of the post."));

    // Handing a task to a person twice is handing it over once.
    public Task<Finding> FindAsync(OutgoingPost post, CancellationToken cancellationToken) => Task.FromResult<Finding>(new Finding.ProvenAbsent());

    /// <summary>The text as it will be posted: with its link behind it, where it does not name it.</summary>
    private static string Posted(ChannelContent content) =>
        content.Link is { } link && !content.Text.Contains(link.OriginalString, StringComparison.Ordinal) ? $"{content.Text} {link.AbsoluteUri}" : content.Text;
}
