using Campaigns.Listening.Erasures;
using Campaigns.Listening.Intake;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;

namespace Campaigns.Listening;

/// <summary>A campaign as listening needs it.</summary>
/// <param name="campaign">The campaign.</param>
/// <param name="keys">Makes its keys; null where it is closed.</param>
/// <param name="links">Notices the handles of its supporters; null where it has none.</param>
/// <param name="refused">Whose mentions count without their author.</param>
public sealed class ListenedCampaign(Campaign campaign, MentionKeys? keys, HandleLinks? links = null, RefusalList? refused = null)
{
    private readonly long from = campaign.StartsAt.ToUnixTimeSeconds();
    private readonly long to = campaign.EndsAt.ToUnixTimeSeconds();

    /// <summary>The campaign.</summary>
    public Campaign Campaign => campaign;

    /// <summary>Makes its keys.</summary>
    /// <exception cref="InvalidOperationException">It is closed.</exception>
    public MentionKeys Keys => keys ?? throw new InvalidOperationException($"Campaign {campaign.Id} is closed.");

    /// <summary>Whether its retention is over: what comes for it is too late, and is only counted as that.</summary>
    public bool IsClosed => campaign.ClosedAt is not null;

    /// <summary>Notices the handles of its supporters; null where it has none.</summary>
    public HandleLinks? Links => links;

    /// <summary>How many shards its hours should have.</summary>
    public int Shards { get; } = Cells.Shards.Wanted(campaign.ExpectedMentionsPerHour);

    /// <summary>Whether a moment lies between its start and its end.</summary>
    /// <param name="createdAt">Seconds since 1970.</param>
    public bool Covers(long createdAt) => createdAt >= from && createdAt < to;

    /// <summary>Which of its own accounts said a mention; null where none did.</summary>
    /// <param name="mention">The mention.</param>
    public CampaignAccount? OwnAccountOf(Mention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        foreach (var account in campaign.Accounts)
        {
            if (string.Equals(account.Channel.Name, mention.Channel, StringComparison.Ordinal)
                && (account.Account.Is(mention.AuthorHandle.Span) || account.Account.Is(mention.AuthorId.Span)))
            {
                return account;
            }
        }

        return null;
    }

    /// <summary>
    /// The author key of a mention: of the id, or of the handle where that is all. What an own account said stands under the name that the plan has for it,
    /// so that whoever knows the plan can tell its accounts apart.
    /// </summary>
    /// <param name="mention">The mention.</param>
    /// <param name="own">Which of its own accounts said it; null where none did.</param>
    /// <param name="isRefused">Whether the author was erased: the mention counts without an author then.</param>
    /// <returns>The key, or 0.</returns>
    public UInt128 AuthorOf(Mention mention, CampaignAccount? own, out bool isRefused)
    {
        ArgumentNullException.ThrowIfNull(mention);
        var erased = refused is { Keys.Count: > 0 } ? refused.Keys : null;
        ReadOnlySpan<char> id = mention.AuthorId.Span, handle = mention.AuthorHandle.Span;
        // An account of which only the handle was known when it was erased is erased by whatever id it comes with.
        var byHandle = !handle.IsEmpty && (id.IsEmpty || erased is not null) ? Keys.AuthorByHandle(mention.Channel!, handle) : default;
        var author = id.IsEmpty ? byHandle : Keys.Author(mention.Channel!, id);
        var planned = own is null ? default : Keys.AuthorByHandle(mention.Channel!, own.Account.Value);
        // An own account stands under the plan's name for it, and is refused by that too, whatever id it comes with.
        isRefused = erased is not null && author != default && (erased.Contains(author) || erased.Contains(byHandle) || erased.Contains(planned));
        if (isRefused)
        {
            return default;
        }

        if (!id.IsEmpty)
        {
            links?.See(mention.Channel!, handle, author);
        }

        return planned != default ? planned : author;
    }
}
