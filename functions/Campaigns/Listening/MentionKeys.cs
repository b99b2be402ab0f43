using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Campaigns.Channels;

namespace Campaigns.Listening;

/// <summary>
/// Turns mentions and authors into keys: the first 128 bits of HMAC-SHA-256 under the campaign's own data key, over a type label, the
/// channel and the id, each with its length before it. The same person has another key in another campaign.
/// </summary>
/// <param name="dataKey">The campaign's data key.</param>
public sealed class MentionKeys(byte[] dataKey)
{
    private const int LongestInput = 1024;

    /// <summary>Hashes that have taken the key in and that nobody uses at the moment: as many as were ever used at the same time.</summary>
    private readonly ConcurrentBag<IncrementalHash> idle = [];

    /// <summary>The key of a mention.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="id">The mention's id there.</param>
    public UInt128 Mention(string channel, ReadOnlySpan<char> id) => Key("mention"u8, channel, id);

    /// <summary>The key of an author.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="id">The author's id there.</param>
    public UInt128 Author(string channel, ReadOnlySpan<char> id) => Key("author"u8, channel, id);

    /// <summary>The key of an author of whom only the handle is known; handles compare without case and without <c>@</c>.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="handle">The handle.</param>
    public UInt128 AuthorByHandle(string channel, ReadOnlySpan<char> handle)
    {
        var bare = handle.TrimStart('@');
        Span<char> lower = stackalloc char[MentionLimits.LongestId];
        return Key("handle"u8, channel, lower[..bare.ToLowerInvariant(lower)]);
    }

    /// <summary>The key of a phrase: how often it is said is counted under it, so that rare words rest nowhere.</summary>
    /// <param name="phrase">The phrase, of at most <see cref="MentionLimits.LongestId"/> characters.</param>
    public UInt128 Phrase(ReadOnlySpan<char> phrase) => Key("phrase"u8, "", phrase);

    private UInt128 Key(ReadOnlySpan<byte> label, ReadOnlySpan<char> channel, ReadOnlySpan<char> id)
    {
        Span<byte> input = stackalloc byte[LongestInput];
        var length = Append(input, 0, label);
        length = AppendText(input, length, channel);
        length = AppendText(input, length, id);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        // Taking the key in anew for each hash costs more than the hash.
        var keyed = idle.TryTake(out var ready) ? ready : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, dataKey);
        keyed.AppendData(input[..length]);
        keyed.GetHashAndReset(hash);
        idle.Add(keyed);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    private static int Append(Span<byte> input, int at, ReadOnlySpan<byte> part)
    {
        BinaryPrimitives.WriteInt32BigEndian(input[at..], part.Length);
        part.CopyTo(input[(at + 4)..]);
        return at + 4 + part.Length;
    }

    private static int AppendText(Span<byte> input, int at, ReadOnlySpan<char> part)
    {
        var written = Encoding.UTF8.GetBytes(part, input[(at + 4)..]);
        BinaryPrimitives.WriteInt32BigEndian(input[at..], written);
        return at + 4 + written;
    }
}
