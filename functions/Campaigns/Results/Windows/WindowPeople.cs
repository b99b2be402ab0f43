using Campaigns.Planning;
using Campaigns.Results.Metrics;
using Campaigns.Results.RollUps;

namespace Campaigns.Results.Windows;

/// <summary>
/// What some days tell of people: nothing that the days one by one and the whole campaign do not tell already. Distinct people are kept by the day and
/// for the campaign; in between there is an interval. Impressions add up, but only over days that are told of, or over all that are not.
/// </summary>
internal sealed class WindowPeople
{
    private readonly Campaign campaign;
    private readonly Summary whole;
    private readonly IReadOnlyList<DayTotals> days;
    private readonly AuthorTotals[] authors;
    private readonly int[] inside;
    private readonly PeopleDisclosure few;
    private readonly Figures figures;

    /// <summary>Prepares them.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="whole">Its roll-up.</param>
    /// <param name="heard">All its days that have mentions.</param>
    /// <param name="window">The days that are asked for.</param>
    /// <param name="figures">Takes what each number is worth.</param>
    public WindowPeople(Campaign campaign, Summary whole, IReadOnlyList<DayTotals> heard, DayWindow window, Figures figures)
    {
        (this.campaign, this.whole, days, this.figures) = (campaign, whole, heard, figures);
        authors = [.. heard.Select(static day => day.Totals.Authors ?? new AuthorTotals(0, 0, 0, default))];
        inside = [.. heard.Index().Where(day => window.Has(day.Item.Day)).Select(static day => day.Index)];
        few = new PeopleDisclosure(authors, whole.Totals.Authors, campaign.SuppressBelow);
    }

    private bool IsWhole => inside.Length == days.Count;

    /// <summary>Sets the figures about people.</summary>
    /// <param name="results">The results of these days without them.</param>
    /// <param name="sums">What the mentions of these days come to.</param>
    public ResultsResponse Fill(ResultsResponse results, Totals sums)
    {
        var reach = Union("potentialReach", MetricDefinitions.PotentialReach, few.Reach, static people => people.Reach.Value);
        var contributors = Union("contributors", MetricDefinitions.Contributors, few.Contributors, static people => people.Contributors);
        // Two small numbers in the place of one: how many told their followers, and how many did not.
        bool[] unknown = [.. authors.Select((people, day) => few.Reach[day] || Disclosure.IsFew(people.Reach.Unknown, campaign.SuppressBelow))];
        var (impressions, isHidden) = (sums.Impressions, !WindowDisclosure.IsTold(few.Impressions, inside));
        var nobodyKnows = inside.Length > 0 && inside.All(day => IsUnknown(days[day].Totals));
        return results with
        {
            Contributors = contributors,
            Organisations = Union("organisations", MetricDefinitions.Organisations, Hidden(static people => people.Organisations), static people => people.Organisations),
            Influencers = Union("influencers", MetricDefinitions.Influencers, Hidden(static people => people.Influencers), static people => people.Influencers),
            PotentialReach = reach,
            PotentialReachUnknown = Union("potentialReachUnknown", MetricDefinitions.PotentialReachUnknown, unknown, static people => people.Reach.Unknown),
            PotentialImpressions = isHidden
                ? figures.Suppressed("/potentialImpressions", MetricDefinitions.PotentialImpressions)
                : figures.Counted("/potentialImpressions", MetricDefinitions.PotentialImpressions, nobodyKnows ? null : impressions.Value),
            PotentialImpressionsUnknown = isHidden
                ? figures.Suppressed("/potentialImpressionsUnknown", MetricDefinitions.PotentialImpressionsUnknown)
                : figures.Counted("/potentialImpressionsUnknown", MetricDefinitions.PotentialImpressionsUnknown, nobodyKnows ? null : impressions.Unknown),
            MentionsPerContributor = Rate(
                "mentionsPerContributor", MetricDefinitions.MentionsPerContributor, "contributors", (double?)(sums.Mentions - sums.WithoutAuthor - sums.Own), contributors),
            FollowersPerContributor = PerContributor(unknown),
            Unions = Intervals(),
        };
    }

    /// <summary>Whether nobody knows who wrote the mentions: that is not nobody.</summary>
    public static bool IsUnknown(Totals totals) => totals is { WithoutAuthor: > 0, Authors.Contributors: 0 };

    private UnionsResponse Intervals()
    {
        var isOne = IsWhole || inside.Length <= 1;
        return new UnionsResponse(
            new PartUnionsResponse(null, null) { ByDay = isOne ? null : Interval("contributors", MetricDefinitions.Contributors, few.Contributors, static people => people.Contributors) },
            new PartUnionsResponse(null, null) { ByDay = isOne ? null : Interval("potentialReach", MetricDefinitions.PotentialReach, few.Reach, static people => people.Reach.Value) });
    }

    /// <summary>From the greatest day to the sum of the days. A day that is hidden is unknown here too.</summary>
    private UnionInterval? Interval(string name, MetricDefinition definition, bool[] hidden, Func<AuthorTotals, long?> figure)
    {
        if (UnionInterval.Of(inside.Select(day => hidden[day] || IsUnknown(days[day].Totals) ? null : figure(authors[day]))) is not { } interval)
        {
            return null;
        }

        figures.Counted($"/unions/{name}/byDay/atLeast", definition, interval.AtLeast);
        _ = interval.AtMost is null && inside.Any(day => hidden[day])
            ? figures.Suppressed($"/unions/{name}/byDay/atMost", definition)
            : figures.Counted($"/unions/{name}/byDay/atMost", definition, interval.AtMost);
        return interval;
    }

    private bool[] Hidden(Func<AuthorTotals, long> people)
    {
        long[] counts = [.. authors.Select(people)];
        var hidden = Disclosure.Hidden(counts, campaign.SuppressBelow, whole.Totals.Authors is { } all ? PartOverlap.Of(counts, people(all)) : null);
        return [.. hidden.Select((isHidden, day) => isHidden || few.Contributors[day])];
    }

    /// <summary>A union that is kept: of a day, of the campaign, or of nobody at all.</summary>
    private long? Union(string name, MetricDefinition definition, bool[] hidden, Func<AuthorTotals, long?> figure)
    {
        var pointer = $"/{name}";
        if (IsWhole && days.Count > 0)
        {
            return figures.Counted(pointer, definition, IsUnknown(whole.Totals) || whole.Totals.Authors is null ? null : figure(whole.Totals.Authors));
        }

        return inside switch
        {
            [] => figures.Counted(pointer, definition, 0),
            [var day] when hidden[day] => figures.Suppressed(pointer, definition),
            [var day] => figures.Counted(pointer, definition, IsUnknown(days[day].Totals) ? null : figure(authors[day])),
            _ => WindowFigures.NotKept(figures, pointer, definition, WindowFigures.OfPeople),
        };
    }

    private double? PerContributor(bool[] hidden)
    {
        var kept = IsWhole ? whole.Totals.Authors : inside is [var day] ? authors[day] : null;
        var reach = kept is null || IsUnknown(IsWhole ? whole.Totals : days[inside[0]].Totals) ? null : (double?)kept.Reach.Sum;
        return !IsWhole && inside is [var one] && hidden[one]
            ? Hide("/followersPerContributor", MetricDefinitions.FollowersPerContributor)
            : Rate("followersPerContributor", MetricDefinitions.FollowersPerContributor, "potentialReach", reach, kept?.Reach.Known);
    }

    /// <summary>A rate that is unknown for the reason for which its figure is.</summary>
    private double? Rate(string name, MetricDefinition definition, string built, double? of, long? by)
    {
        var on = figures.All[$"/{built}"];
        if (on.Status is FigureStatus.Value or FigureStatus.Zero)
        {
            return figures.Rate($"/{name}", definition, by > 0 ? of / by : null);
        }

        figures.Put($"/{name}", on with { Definition = definition.Key });
        return null;
    }

    private double? Hide(string pointer, MetricDefinition definition) => figures.Suppressed(pointer, definition);
}
