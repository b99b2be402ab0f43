using System.Security.Cryptography;

namespace Campaigns.Http.Signatures;

/// <summary>Secrets as Standard Webhooks writes them: <c>whsec_</c> and base64.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";

    /// <summary>Makes a key: 256 random bits.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(32);

    /// <summary>A key as a person copies it.</summary>
    public static string Write(byte[] key) => Prefix + Convert.ToBase64String(key);
}
