using System.Security.Cryptography;

namespace Campaigns.Http.Signatures;

/// <summary>HMAC-SHA-256 signatures, whichever headers carry them.</summary>
internal static class HmacSignature
{
    /// <summary>How long one is.</summary>
    public const int Size = HMACSHA256.HashSizeInBytes;

    /// <summary>
    /// Whether one of the signatures is of a content under one of the keys: there are more while one takes the other's place. Each is compared with
    /// each, so that the time taken tells nothing.
    /// </summary>
    /// <param name="keys">The sender's keys.</param>
    /// <param name="content">What is signed.</param>
    /// <param name="signatures">What was brought.</param>
    public static bool Matches(IReadOnlyList<byte[]> keys, ReadOnlySpan<byte> content, IReadOnlyList<byte[]> signatures)
    {
        Span<byte> own = stackalloc byte[Size];
        var matches = false;
        foreach (var key in keys)
        {
            HMACSHA256.HashData(key, content, own);
            foreach (var signature in signatures)
            {
                matches |= CryptographicOperations.FixedTimeEquals(own, signature);
            }
        }

        return matches;
    }
}
