using System.Security.Cryptography;
using System.Text;
using Campaigns.Http;

namespace Campaigns.Webhooks;

/// <summary>A call whose signature is proven.</summary>
/// <param name="Webhook">Whose it is.</param>
/// <param name="Id">The message's id; sent again it has the same.</param>
/// <param name="Body">What was signed.</param>
internal sealed record SignedCall(Webhook Webhook, string Id, ReadOnlyMemory<byte> Body)
{
    /// <summary>In which of the formats it says that it is written, which nobody signed.</summary>
    public string? Format { get; init; }

    /// <summary>The id as a key of storage, with the format: what was read in another one before is read anew, and mentions count once all the same.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id}\n{Format}")).AsSpan(0, 16));

    /// <summary>As the audit names whoever signed.</summary>
    public Caller Caller => new($"webhook:{Webhook.Name}", [Role.Ingest], Webhook.Campaigns);

    /// <summary>Names the body.</summary>
    public byte[] BodyHash() => SHA256.HashData(Body.Span);
}
