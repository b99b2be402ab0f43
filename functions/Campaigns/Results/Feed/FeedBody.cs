using System.IO.Compression;
using System.Security.Cryptography;
using Campaigns.Http;

namespace Campaigns.Results.Feed;

/// <summary>
/// The body of an answer while it is written: held compressed, so that a page of any rows takes little memory, and sent only when all of it is
/// there. So a fault in the middle is an error and not half a page, and the tag is of what is said.
/// </summary>
internal sealed class FeedBody : Stream, IAnswerBody
{
    private readonly MemoryStream held = new();
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly GZipStream compressing;

    public FeedBody() => compressing = new GZipStream(held, CompressionLevel.Fastest, leaveOpen: true);

    /// <summary>How many bytes were written, before they were compressed.</summary>
    public long Written { get; private set; }

    /// <summary>The body's tag, without the marks around it. Known once it is ended.</summary>
    public string Tag { get; private set; } = "";

    /// <summary>How many bytes it takes compressed.</summary>
    public long CompressedLength => held.Length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => Written;

    public override long Position
    {
        get => Written;
        set => throw new NotSupportedException();
    }

    /// <summary>Ends writing.</summary>
    public FeedBody End()
    {
        compressing.Dispose();
        Tag = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12));
        hash.Dispose();
        return this;
    }

    /// <summary>Sends what was written.</summary>
    public async Task SendAsync(Stream to, bool compressed, CancellationToken cancellationToken)
    {
        held.Position = 0;
        if (compressed)
        {
            await held.CopyToAsync(to, cancellationToken);
            return;
        }

        await using var bare = new GZipStream(held, CompressionMode.Decompress, leaveOpen: true);
        await bare.CopyToAsync(to, cancellationToken);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        hash.AppendData(buffer);
        compressing.Write(buffer);
        Written += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
