namespace Campaigns.Http;

/// <summary>How something that the engine stands on answered.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsNeeded">Whether the engine cannot serve without it.</param>
/// <param name="IsUp">Whether it answered.</param>
/// <param name="Reason">Why not: the kind of the fault, never its text; null where it answered.</param>
/// <param name="Took">How long that took.</param>
public sealed record DependencyHealth(string Name, bool IsNeeded, bool IsUp, string? Reason, TimeSpan Took);
