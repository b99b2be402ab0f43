using Campaigns.Results.Metrics;
using Campaigns.Results.RollUps;

namespace Campaigns.Results;

/// <summary>Writes the figures about people of the parts of one dimension, without those that would tell of few.</summary>
/// <param name="figures">Takes what each is worth.</param>
/// <param name="campaign">The people of the campaign; null before the first roll-up.</param>
/// <param name="suppressBelow">Figures from fewer people than this are hidden.</param>
/// <param name="isAuthorAlwaysKnown">Whether every mention told its author: where none of a part did, how many people it had is unknown, not zero.</param>
internal sealed class PeopleWriter(Figures figures, AuthorTotals? campaign, int suppressBelow, bool isAuthorAlwaysKnown = true)
{
    private static readonly AuthorTotals Nobody = new(0, 0, 0, default);

    /// <summary>Writes the parts.</summary>
    /// <param name="pointer">Where they stand.</param>
    /// <param name="parts">By name; null where a roll-up of an earlier version knows nothing of them.</param>
    /// <param name="coverageOf">A part's coverage, where it has one of its own.</param>
    /// <param name="impressions">What the campaign's impressions say beside those of parts that one mention may have several of.</param>
    public IReadOnlyDictionary<string, PeopleResponse> Write(
        string pointer, IReadOnlyList<KeyValuePair<string, PartTotals?>> parts, Func<string, double?>? coverageOf = null, PartOverlap? impressions = null)
    {
        var few = new PeopleDisclosure([.. parts.Select(part => part.Value?.Authors ?? Nobody)], campaign, suppressBelow, impressions);
        var written = new Dictionary<string, PeopleResponse>(StringComparer.Ordinal);
        var whole = figures.Coverage;
        foreach (var (number, (name, part)) in parts.Index())
        {
            figures.Coverage = coverageOf is null ? whole : coverageOf(name);
            written.Add(name, new PeopleResponse(
                Figure("contributors", MetricDefinitions.Contributors, few.Contributors, part?.Authors.Contributors),
                Figure("organisations", MetricDefinitions.Organisations, few.Organisations, part?.Authors.Organisations),
                Figure("influencers", MetricDefinitions.Influencers, few.Influencers, part?.Authors.Influencers),
                Figure("potentialReach", MetricDefinitions.PotentialReach, few.Reach, part?.Authors.Reach.Value),
                Figure("potentialImpressions", MetricDefinitions.PotentialImpressions, few.Impressions, part?.Impressions.Value)));

            long? Figure(string figure, MetricDefinition definition, bool[] hidden, long? value) =>
                part is null ? figures.Known($"{pointer}/{name}/{figure}", definition, null)
                : hidden[number] ? figures.Suppressed($"{pointer}/{name}/{figure}", definition)
                : figures.Counted($"{pointer}/{name}/{figure}", definition, isAuthorAlwaysKnown || part.Authors.Contributors > 0 || part.Mentions == 0 ? value : null);
        }

        figures.Coverage = whole;
        return written;
    }
}
