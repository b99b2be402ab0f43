using System.Security.Cryptography;
using Azure;

namespace Campaigns.Webhooks;

/// <summary>A webhook as it rests.</summary>
/// <param name="Kind">Which way it goes.</param>
/// <param name="Name">Its name.</param>
/// <param name="Generation">Names it among those of its name that were removed and made again.</param>
/// <param name="Campaigns">The only campaigns that it is about; empty for all.</param>
public sealed record Webhook(WebhookKind Kind, string Name, string Generation, IReadOnlyList<string> Campaigns)
{
    /// <summary>Its secret, wrapped.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>The secrets before, the latest first, each until its own end: which of them its other side has is known there alone.</summary>
    public IReadOnlyList<FormerSecret> FormerSecrets { get; init; } = [];

    /// <summary>Where an outgoing one is sent.</summary>
    public WebhookAddress? Address { get; init; }

    /// <summary>Which way webhooks of a kind go, in addresses and in storage.</summary>
    internal static string WayOf(WebhookKind kind) => kind == WebhookKind.Incoming ? "incoming" : "outgoing";

    /// <summary>Names its address as it was last put: wrapped anew, the same is other bytes.</summary>
    internal string Place => Convert.ToHexStringLower(SHA256.HashData(Address?.Wrapped ?? []));

    /// <summary>What an outgoing one tells of.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Storage's tag.</summary>
    public ETag ETag { get; init; }

    /// <summary>Whether it tells of an event.</summary>
    /// <param name="name">The event.</param>
    /// <param name="campaign">The campaign that it is about; null where it is about the engine.</param>
    public bool Tells(string name, string? campaign) => Events.Contains(name) && (Campaigns.Count == 0 || (campaign is not null && Campaigns.Contains(campaign)));
}
