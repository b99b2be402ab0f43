using Campaigns.Planning;

namespace Campaigns.Publishing;

/// <summary>A post's document, read by its rules.</summary>
/// <param name="Content">What people will see.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="NotAfter">After this it is pointless.</param>
/// <param name="Accounts">The campaign's accounts on the post's channels.</param>
/// <param name="Document">The document to store.</param>
public sealed record PostPlan(
    PostContent Content, DateTimeOffset DueAt, DateTimeOffset? NotAfter, IReadOnlyList<CampaignAccount> Accounts, string Document);
