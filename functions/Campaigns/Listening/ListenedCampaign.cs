using Campaigns.Listening.Intake;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;

namespace Campaigns.Listening;

/// <summary>A campaign as listening needs it.</summary>
/// <param name="campaign">The campaign.</param>
/// <param name="keys">Makes its keys.</param>
/// <param name="links">Notices the handles of its supporters; null where it has none.</param>
public sealed class ListenedCampaign(Campaign campaign, MentionKeys keys, HandleLinks? links = null)
{
    private readonly long from = campaign.StartsAt.ToUnixTimeSeconds();
    private readonly long to = campaign.EndsAt.ToUnixTimeSeconds();

    /// <summary>The campaign.</summary>
    public Campaign Campaign => campaign;

    /// <summary>Makes its keys.</summary>
    public MentionKeys Keys => keys;

    /// <summary>Notices the handles of its supporters; null where it has none.</summary>
    public HandleLinks? Links => links;

    /// <summary>How many shards its hours should have.</summary>
    public int Shards { get; } = Cells.Shards.Wanted(campaign.ExpectedMentionsPerHour);

    /// <summary>Whether a moment lies between its start and its end.</summary>
    /// <param name="createdAt">Seconds since 1970.</param>
    public bool Covers(long createdAt) => createdAt >= from && createdAt < to;

    /// <summary>Whether one of its own accounts said a mention.</summary>
    /// <param name="mention">The mention.</param>
    public bool IsOwn(Mention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        foreach (var account in campaign.Accounts)
        {
            if (string.Equals(account.Channel.Name, mention.Channel, StringComparison.Ordinal)
                && (Names(mention.AuthorHandle.Span, account.Account) || Names(mention.AuthorId.Span, account.Account)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Names(ReadOnlySpan<char> author, AccountName account) =>
        author.TrimStart('@').Equals(account.Value, StringComparison.OrdinalIgnoreCase);
}
