namespace Campaigns.Results;

/// <summary>Uses of hashtags.</summary>
/// <param name="Total">Of all hashtags in the plan together.</param>
/// <param name="ByHashtag">Of each, by its folded form.</param>
public sealed record UsesResponse(long? Total, IReadOnlyDictionary<string, long?> ByHashtag);
