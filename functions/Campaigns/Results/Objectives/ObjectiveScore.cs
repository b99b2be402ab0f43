namespace Campaigns.Results.Objectives;

/// <summary>How far an objective is met.</summary>
/// <param name="Progress">Which part of the way is gone, 1 for all of it; null where it is not known where it began.</param>
/// <param name="Expected">Where a straight line from the beginning to the target stands now.</param>
/// <param name="Forecast">What the figure comes to on the objective's day if it goes on as it did; only of what adds up.</param>
/// <param name="State">One of <see cref="ObjectiveState"/>.</param>
/// <param name="Why">Why the state is unknown; else null.</param>
internal sealed record ObjectiveScore(double? Progress, decimal? Expected, decimal? Forecast, string State, string? Why)
{
    /// <summary>A forecast from less than a day says more about the hour than about the campaign.</summary>
    public const double FewestDays = 1;

    /// <summary>Scores.</summary>
    public static ObjectiveScore Of(Standing standing)
    {
        var forecast = Forecasts(standing);
        var (state, why) = Judge(standing, forecast);
        return new ObjectiveScore(Progressed(standing), Line(standing), forecast, state, why);
    }

    private static double? Progressed(Standing standing)
    {
        // Of what only grows and is to stay small, there is no way to go.
        var from = standing is { OnlyGrows: true, IsToFall: true } ? null : standing.Pace == Pace.Level ? standing.Baseline : standing.From;
        return standing.Now is { } now && from is { } begin && standing.Target != begin ? (double)(now - begin) / (double)(standing.Target - begin) : null;
    }

    private static decimal? Line(Standing standing) =>
        standing.From is { } from && standing.Elapsed >= 0 ? Math.Round(from + ((standing.Target - from) * (decimal)standing.Elapsed), 2) : null;

    private static decimal? Forecasts(Standing standing) =>
        standing is not { Pace: Pace.Accumulates, Now: { } now, IsOfThen: true } ? null
        : standing.IsOver ? now
        : standing.Elapsed > 0 && standing.Days >= FewestDays ? Math.Round(now / (decimal)standing.Elapsed)
        : null;

    private static (string State, string? Why) Judge(Standing standing, decimal? forecast) =>
        standing.Elapsed < 0 ? (ObjectiveState.NotStarted, null)
        : standing.Now is null ? (ObjectiveState.Unknown, "The figure is not known.")
        : standing.IsOver ? JudgeAfter(standing)
        : standing is { OnlyGrows: true, IsToFall: true, IsMet: false } ? (ObjectiveState.Missed, null)
        : standing.IsMet && standing.Pace == Pace.Level ? (ObjectiveState.OnTrack, null)
        : standing.IsMet && !(standing.OnlyGrows && standing.IsToFall) ? (ObjectiveState.Reached, null)
        : JudgeMeanwhile(standing, forecast);

    private static (string State, string? Why) JudgeAfter(Standing standing) =>
        standing.IsOfThen ? (standing.IsMet ? ObjectiveState.Reached : ObjectiveState.Missed, null)
        // What is not there now was not there then, where nothing is ever lost; and what is still small was so then.
        : standing.OnlyGrows && standing.IsMet == standing.IsToFall ? (standing.IsMet ? ObjectiveState.Reached : ObjectiveState.Missed, null)
        : (ObjectiveState.Unknown, "The figure is of a later day than the objective's; what it was on that day is not kept.");

    private static (string State, string? Why) JudgeMeanwhile(Standing standing, decimal? forecast)
    {
        if (standing.Pace == Pace.Level)
        {
            return (ObjectiveState.Behind, null);
        }

        if (standing.Pace == Pace.Accumulates)
        {
            return forecast is { } sum ? Side(sum, standing.Target) : (ObjectiveState.Unknown, "Less than a day has gone: it is too early to tell.");
        }

        return Line(standing) is { } line ? Side(standing.Now!.Value, line) : (ObjectiveState.Unknown, "Nobody knows where it began: the objective has no baseline.");

        (string State, string? Why) Side(decimal value, decimal bound) =>
            ((standing.IsToFall ? value <= bound : value >= bound) ? ObjectiveState.OnTrack : ObjectiveState.Behind, null);
    }
}
