using Azure;

namespace Campaigns.Listening.Supporters;

/// <summary>What says which version of a campaign's supporters is the one that counts: written last, so that a reader never sees a mix.</summary>
/// <param name="Version">The version; callers see it as the ETag.</param>
/// <param name="Rows">Over how many rows it is spread.</param>
/// <param name="UpdatedAt">When it was put.</param>
/// <param name="Links">How many account ids have been learnt so far.</param>
/// <param name="ETag">Storage's tag: changes with what is learnt, too.</param>
public sealed record SupporterHead(string Version, int Rows, DateTimeOffset UpdatedAt, long Links, ETag ETag);
