using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Campaigns.Http;

/// <summary>An access key as it rests: its hash, and what it allows.</summary>
/// <param name="Name">Who holds it.</param>
/// <param name="Hash">SHA-256 of the key's text; the key itself is shown once and kept nowhere.</param>
/// <param name="Roles">What it allows.</param>
/// <param name="Campaigns">The only campaigns that it opens; empty for all.</param>
/// <param name="Expires">When it ends, or null.</param>
public sealed record AccessKey(string Name, byte[] Hash, IReadOnlyList<Role> Roles, IReadOnlyList<string> Campaigns, DateTimeOffset? Expires)
{
    /// <summary>Makes the text of a key: 256 random bits.</summary>
    /// <returns>43 characters of base64url.</returns>
    public static string NewText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The hash under which a key's text is known.</summary>
    /// <param name="text">The key.</param>
    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Whether this is the key of a hash; takes as long whether it is or not.</summary>
    /// <param name="hash">The hash of what a caller brought.</param>
    public bool Is(byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash, hash);
}
