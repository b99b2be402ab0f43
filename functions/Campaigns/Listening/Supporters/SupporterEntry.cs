namespace Campaigns.Listening.Supporters;

/// <summary>A line of a campaign's supporters, as it was put.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="Id">The account's id there, or null.</param>
/// <param name="Handle">Its handle there without <c>@</c>, or null; one of the two is given.</param>
/// <param name="Name">Under which name it is shown.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Basis">Why it may be named: the public role.</param>
public sealed record SupporterEntry(string Channel, string? Id, string? Handle, string Name, SupporterKind Kind, string Basis);
