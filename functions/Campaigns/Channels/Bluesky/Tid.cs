using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Campaigns.Channels.Bluesky;

/// <summary>
/// The key of a record in a Bluesky account: 13 characters that sort by time. Ours is a function of the delivery and its planned time,
/// so that a second attempt meets the first one's record.
/// </summary>
internal static class Tid
{
    private const string Alphabet = "234567abcdefghijklmnopqrstuvwxyz";

    /// <summary>The key for one delivery: the planned second, and 30 bits of the delivery's name to keep those of one second apart.</summary>
    public static string For(string key, DateTimeOffset plannedAt)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        var microsecond = BinaryPrimitives.ReadUInt32BigEndian(hash) % 1_000_000;
        var clock = BinaryPrimitives.ReadUInt16BigEndian(hash[4..]) & 0x3FFu;
        return Write(((((ulong)plannedAt.ToUnixTimeSeconds() * 1_000_000) + microsecond) << 10) | clock);
    }

    private static string Write(ulong value) => string.Create(13, value & long.MaxValue, static (text, rest) =>
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            text[i] = Alphabet[(int)(rest & 31)];
            rest >>= 5;
        }
    });
}
