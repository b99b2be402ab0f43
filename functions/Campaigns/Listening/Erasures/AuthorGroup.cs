namespace Campaigns.Listening.Erasures;

/// <summary>Author keys that one person was counted under as one contributor.</summary>
/// <param name="Keys">The keys.</param>
/// <param name="IsOrganisation">Whether the campaign's list of supporters has it as an organisation.</param>
public sealed record AuthorGroup(IReadOnlyList<UInt128> Keys, bool IsOrganisation);
