using System.Globalization;
using Campaigns.Planning;
using Campaigns.Results.Metrics;
using Campaigns.Results.Reported;
using NodaTime;
using NodaTime.Text;

namespace Campaigns.Results.Objectives;

/// <summary>Scores a campaign's objectives by the figures of its results, in the order of the plan.</summary>
internal sealed class ObjectivesWriter(Campaign campaign, ResultsResponse results, IReadOnlyList<Entry> entered, Figures figures, DateTimeOffset now)
{
    /// <summary>What is asked twice within it has the same answer, and the days of every time zone begin with one.</summary>
    private static readonly long Step = TimeSpan.FromMinutes(15).Ticks;

    private readonly Instant moment = Instant.FromDateTimeOffset(new DateTimeOffset(now.UtcTicks / Step * Step, TimeSpan.Zero));

    public IReadOnlyList<ObjectiveResponse> Write() =>
        [.. campaign.Objectives.Select((objective, index) => Of(objective, string.Create(CultureInfo.InvariantCulture, $"/objectives/{index}")))];

    private ObjectiveResponse Of(CampaignObjective objective, string pointer)
    {
        var (pace, value, figure, why) = Now(objective);
        var standing = StandingOf(objective, pace, value, figure);
        var score = ObjectiveScore.Of(standing);
        figures.Put($"{pointer}/now", figure);
        return new ObjectiveResponse(
            objective.Name, objective.Metric, objective.Layer, objective.Channel, objective.Account, objective.Scope, LocalDatePattern.Iso.Format(objective.By),
            Planned("baseline", ObjectiveDefinitions.Baseline, objective.Baseline),
            Planned("target", ObjectiveDefinitions.Target, objective.Target),
            value,
            WorkedOut("progress", ObjectiveDefinitions.Progress, score.Progress, FigureStatus.NotOffered),
            WorkedOut("expected", ObjectiveDefinitions.Expected, score.Expected, standing.Elapsed < 0 ? FigureStatus.NotYet : FigureStatus.NotOffered, ofPlan: true),
            WorkedOut("forecast", ObjectiveDefinitions.Forecast, score.Forecast, pace == Pace.Accumulates && !standing.IsOver ? FigureStatus.NotYet : FigureStatus.NotOffered),
            score.State,
            score.State == ObjectiveState.Unknown ? why ?? score.Why : null);

        decimal? Planned(string name, MetricDefinition definition, decimal? number) =>
            figures.Entered($"{pointer}/{name}", definition, number, LocalTimes.Of(campaign.UpdatedAt, campaign.TimeZone));

        // What is worked out from an unknown figure is unknown for the same reason.
        T? WorkedOut<T>(string name, MetricDefinition definition, T? number, string whyNull, bool ofPlan = false)
            where T : struct, System.Numerics.INumber<T> => figures.Entered(
                $"{pointer}/{name}", definition, number, ofPlan ? LocalTimes.Of(Instant.Min(moment, OverOf(objective)), campaign.TimeZone) : figure.AsOf,
                value is null && !ofPlan ? figure.Status : whyNull, ofPlan ? null : figure.Coverage, ofPlan ? null : figure.Source);
    }

    private Standing StandingOf(CampaignObjective objective, Pace pace, decimal? value, Figure figure)
    {
        var over = OverOf(objective);
        // What was entered stands for its own day, however long ago that is.
        var at = Instant.Min(pace == Pace.Entered && figure.AsOf is { } asOf ? Instant.FromDateTimeOffset(asOf) : moment, over);
        var elapsed = moment < campaign.StartsAt ? -1 : Math.Max(0, (at - campaign.StartsAt) / (over - campaign.StartsAt));
        return new Standing(
            pace, value, objective.Baseline, objective.Target, elapsed, (at - campaign.StartsAt).TotalDays, moment >= over,
            pace == Pace.Entered || moment < over || over >= campaign.EndsAt);
    }

    private Instant OverOf(CampaignObjective objective) => campaign.TimeZone.AtStartOfDay(objective.By.PlusDays(1)).ToInstant();

    private (Pace Pace, decimal? Value, Figure Figure, string? Why) Now(CampaignObjective objective)
    {
        if (ScoredMetrics.Find(objective.Metric) is not { } metric)
        {
            return Entered(objective);
        }

        return metric.Find(results, objective) is { } found
            ? (metric.Pace, found.Value, figures.All[found.Pointer], null)
            : (metric.Pace, null, Figure.NotYet(metric.Definition), "It must be clear of which account it is the growth: name channel and account.");
    }

    private (Pace Pace, decimal? Value, Figure Figure, string? Why) Entered(CampaignObjective objective)
    {
        var asked = new FigureSide(objective.Channel, objective.Account, objective.Scope);
        var found = ReportedWriter.Latest(entered.Where(entry => entry.Name == objective.Metric && entry.Date <= objective.By && entry.Side.IsPlain && entry.Side.Answers(asked))).ToList();
        var meant = found is [var only] ? only : found.FirstOrDefault(entry => entry.Side.Key == asked.Key);
        var notYet = Figure.NotYet(ReportedDefinitions.Reported);
        return meant is null
            ? (Pace.Entered, null, notYet, found.Count == 0
                ? $"No figure named {objective.Metric} has been entered by hand for a day up to the objective's."
                : $"{found.Count} figures of the name {objective.Metric} were entered: the objective must name channel, account and scope, so that only one is meant.")
            : (Pace.Entered, meant.Content.Value, new Figure(
                meant.Content.Status, ReportedDefinitions.Reported.Key, MetricSource.SelfReported, EntryDates.AsOf(meant, campaign), null)
            { Value = (double?)meant.Content.Value }, null);
    }
}
