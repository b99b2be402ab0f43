namespace Campaigns.Listening.Erasures;

/// <summary>An author key that is being erased in one campaign, and what stands in its place.</summary>
/// <param name="Key">The key that was the person's.</param>
/// <param name="Token">Random: by it nobody finds the way back to the person, and the mentions stay those of one contributor.</param>
/// <param name="IsOrganisation">Whether the campaign's list of supporters had it as an organisation: the total of those does not move when it leaves.</param>
public readonly record struct ErasedAuthor(UInt128 Key, UInt128 Token, bool IsOrganisation);
