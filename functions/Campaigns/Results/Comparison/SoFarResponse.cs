namespace Campaigns.Results.Comparison;

/// <summary>The first days of a campaign that still runs beside as many of the other one: like for like.</summary>
/// <param name="Days">How many days: as many of both as are over in both.</param>
/// <param name="From">The first moment here.</param>
/// <param name="To">The end here, exclusive.</param>
/// <param name="ThenFrom">The first moment there.</param>
/// <param name="ThenTo">The end there, exclusive.</param>
/// <param name="Values">What was counted in both, by the metric's id, and the change.</param>
public sealed record SoFarResponse(
    int Days, DateTimeOffset From, DateTimeOffset To, DateTimeOffset ThenFrom, DateTimeOffset ThenTo, IReadOnlyDictionary<string, ComparedSoFar> Values);

/// <summary>A figure of some days beside that of as many others.</summary>
/// <param name="Now">What it is here.</param>
/// <param name="Then">What it was there.</param>
/// <param name="Change">How much more it is here.</param>
/// <param name="ChangePercent">That in percent of what it was there.</param>
public sealed record ComparedSoFar(decimal? Now, decimal? Then, decimal? Change, double? ChangePercent) : ComparedResponse(Then, Change, ChangePercent);
