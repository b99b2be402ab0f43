namespace Campaigns.Channels;

/// <summary>How much a hashtag was used lately, as far as a channel can tell.</summary>
/// <param name="Uses">Items that used it; null where unknown.</param>
/// <param name="Accounts">Accounts that used it; null where unknown.</param>
/// <param name="From">From when.</param>
/// <param name="To">Until when.</param>
public sealed record RecentUse(long? Uses, long? Accounts, DateTimeOffset From, DateTimeOffset To);
