using System.IO.Compression;
using System.Security.Cryptography;

namespace Campaigns.Http;

/// <summary>A body that is held whole, and compressed only for a caller who takes that.</summary>
/// <param name="bytes">The body.</param>
internal sealed class HeldBody(ReadOnlyMemory<byte> bytes) : IAnswerBody
{
    /// <summary>Shorter bodies do not become shorter, or hardly.</summary>
    private const int LeastCompressed = 512;

    private readonly Lazy<ReadOnlyMemory<byte>> compressedBytes = new(() => bytes.Length < LeastCompressed ? bytes : Compress(bytes));

    public string Tag { get; } = Convert.ToHexStringLower(SHA256.HashData(bytes.Span).AsSpan(0, 12));

    public long Length => bytes.Length;

    public long CompressedLength => compressedBytes.Value.Length;

    public Task SendAsync(Stream to, bool compressed, CancellationToken cancellationToken) => to.WriteAsync(compressed ? compressedBytes.Value : bytes, cancellationToken).AsTask();

    private static ReadOnlyMemory<byte> Compress(ReadOnlyMemory<byte> bytes)
    {
        using var held = new MemoryStream();
        using (var gzip = new GZipStream(held, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes.Span);
        }

        return held.ToArray();
    }
}
