namespace Campaigns.Webhooks;

/// <summary>A secret whose place another took, and that is still good for a while.</summary>
/// <param name="Secret">The secret, wrapped.</param>
/// <param name="Until">Until when it is good.</param>
public sealed record FormerSecret(byte[] Secret, DateTimeOffset Until);
