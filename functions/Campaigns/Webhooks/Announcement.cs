using System.Security.Cryptography;
using System.Text;

namespace Campaigns.Webhooks;

/// <summary>Something that happened: ids, states and addresses of posts, never a text or a name.</summary>
/// <param name="Event">One of <see cref="WebhookEvents"/>.</param>
/// <param name="Campaign">The campaign that it is about; null where it is about the engine.</param>
/// <param name="Key">What tells it from everything else that happened; told again it has the same.</param>
/// <param name="At">When it happened, as it stands in storage: told again it is the same to the byte.</param>
/// <param name="Data">What is told; the same each time, too.</param>
public sealed record Announcement(string Event, string? Campaign, string Key, DateTimeOffset At, IReadOnlyDictionary<string, string?> Data)
{
    /// <summary>The <c>webhook-id</c>: the same however often it is told, so that a receiver can drop repeats.</summary>
    public string Id => $"evt_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Event}|{Key}")).AsSpan(0, 16))}";
}
