using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Campaigns.Planning;

namespace Campaigns.Publishing;

/// <summary>One post to one account: the unit of the publication ledger.</summary>
public sealed record Delivery
{
    /// <summary>Its id: post, channel and a short hash of the account.</summary>
    public required string Id { get; init; }

    /// <summary>The post.</summary>
    public required PostId PostId { get; init; }

    /// <summary>Where it goes.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The account that publishes it.</summary>
    public required AccountName Account { get; init; }

    /// <summary>Where it stands.</summary>
    public required DeliveryState State { get; init; }

    /// <summary>When the post was planned for; it never moves while the post stays as it is.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>When it is due: as planned, or later where it was held, retried or asked to wait.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>After this it is pointless; null for never.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>How often a worker began to publish it.</summary>
    public int Attempts { get; init; }

    /// <summary>When the last worker began.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>Names the last worker's claim, so that it knows its own.</summary>
    public string? ClaimToken { get; init; }

    /// <summary>When a worker last left it where it stands without publishing it.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>When it went out.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Where it is.</summary>
    public Uri? Url { get; init; }

    /// <summary>The platform's own name for it.</summary>
    public string? PlatformId { get; init; }

    /// <summary>Why it stands where it stands, in plain words.</summary>
    public string? Reason { get; init; }

    /// <summary>When storage took it in as it is; null where it is not stored.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>Storage's tag.</summary>
    public ETag ETag { get; init; }

    /// <summary>The id of a post's delivery to an account: the same whenever it is asked for.</summary>
    /// <param name="post">The post.</param>
    /// <param name="account">The account.</param>
    public static string IdOf(PostId post, CampaignAccount account)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(account.Account.Value.ToLowerInvariant()));
        return string.Create(CultureInfo.InvariantCulture, $"{post}.{account.Channel}.{Convert.ToHexStringLower(hash.AsSpan(0, 4))}");
    }

    /// <summary>A delivery that waits for its time.</summary>
    /// <param name="post">The post.</param>
    /// <param name="account">The account.</param>
    public static Delivery Of(Post post, CampaignAccount account) => new()
    {
        Id = IdOf(post.Id, account),
        PostId = post.Id,
        Channel = account.Channel,
        Account = account.Account,
        State = DeliveryState.Waiting,
        PlannedAt = post.DueAt,
        DueAt = post.DueAt,
        NotAfter = post.NotAfter,
    };

    /// <summary>The delivery back in the queue of time, from its first attempt on.</summary>
    /// <param name="dueAt">When it is due now.</param>
    public Delivery Again(DateTimeOffset dueAt) => this with { State = DeliveryState.Waiting, DueAt = dueAt, Attempts = 0, Reason = null };
}
