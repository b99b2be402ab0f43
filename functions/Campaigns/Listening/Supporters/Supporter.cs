namespace Campaigns.Listening.Supporters;

/// <summary>An account that a campaign names.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="Name">Under which name it is shown.</param>
/// <param name="Handle">Its handle there without <c>@</c>, or null where only its id is listed.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Author">The author key under which it counts as one contributor, by whichever of its keys it was seen.</param>
/// <param name="Number">Its place in the list, from 0: the same in one version of the list, not beyond.</param>
public sealed record Supporter(string Channel, string Name, string? Handle, SupporterKind Kind, UInt128 Author, int Number);
