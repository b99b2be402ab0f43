namespace Campaigns.Channels;

/// <summary>The ids that mentions by the account of a handle come with.</summary>
/// <param name="Ids">The ids; none where nobody has the handle.</param>
/// <param name="IsComplete">Whether everybody who was asked answered.</param>
public sealed record AccountIds(IReadOnlyList<string> Ids, bool IsComplete);
