using System.Net;

namespace Campaigns.EndToEnd.Support;

/// <summary>A body that is made while it is sent.</summary>
/// <param name="write">Writes it.</param>
/// <param name="length">Its length, or null to send it in chunks.</param>
internal sealed class PushedContent(Func<Stream, CancellationToken, Task> write, long? length) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => write(stream, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => write(stream, cancellationToken);

    protected override bool TryComputeLength(out long found)
    {
        found = length ?? 0;
        return length is not null;
    }
}
