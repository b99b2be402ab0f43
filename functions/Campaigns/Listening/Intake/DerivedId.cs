using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Campaigns.Listening.Intake;

/// <summary>An id for mentions whose own was lost: the same line gives the same id, however often it is handed in.</summary>
internal static class DerivedId
{
    private const string Prefix = "derived-";

    /// <summary>Sets the id from channel, author, createdAt and text.</summary>
    public static void Set(Mention mention)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, mention.Channel);
        Append(hash, mention.AuthorId.IsEmpty ? mention.AuthorHandle.Span : mention.AuthorId.Span);
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, mention.CreatedAt.GetValueOrDefault());
        hash.AppendData(time);
        Append(hash, mention.Text.Span);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        Span<char> id = stackalloc char[Prefix.Length + 32];
        Prefix.CopyTo(id);
        Convert.TryToHexStringLower(digest[..16], id[Prefix.Length..], out _);
        mention.Id.Set(id);
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<char> text)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(4 + Encoding.UTF8.GetMaxByteCount(text.Length));
        var written = Encoding.UTF8.GetBytes(text, buffer.AsSpan(4));
        BinaryPrimitives.WriteInt32BigEndian(buffer, written);
        hash.AppendData(buffer, 0, 4 + written);
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
