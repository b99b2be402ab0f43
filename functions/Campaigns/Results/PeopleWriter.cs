using Campaigns.Results.Metrics;
using Campaigns.Results.RollUps;

namespace Campaigns.Results;

/// <summary>Writes the figures about people of the parts of one dimension, without those that would tell of few.</summary>
/// <param name="figures">Takes what each is worth.</param>
/// <param name="suppressBelow">Figures from fewer people than this are hidden.</param>
/// <param name="isAuthorAlwaysKnown">Whether every mention told its author: where none of a part did, how many people it had is unknown, not zero.</param>
internal sealed class PeopleWriter(Figures figures, int suppressBelow, bool isAuthorAlwaysKnown = true)
{
    private static readonly AuthorTotals Nobody = new(0, 0, 0, default);

    /// <summary>Writes the parts.</summary>
    /// <param name="pointer">Where they stand.</param>
    /// <param name="parts">By name; null where a roll-up of an earlier version knows nothing of them.</param>
    /// <param name="coverageOf">A part's coverage, where it has one of its own.</param>
    public IReadOnlyDictionary<string, PeopleResponse> Write(string pointer, IReadOnlyList<KeyValuePair<string, PartTotals?>> parts, Func<string, double?>? coverageOf = null)
    {
        AuthorTotals[] authors = [.. parts.Select(part => part.Value?.Authors ?? Nobody)];
        var few = Hidden(author => author.Contributors);
        var fewOrganisations = Hidden(author => author.Organisations);
        var fewInfluencers = Hidden(author => author.Influencers);
        var fewReach = Hidden(author => author.Reach.Known).Zip(few, (one, other) => one || other).ToArray();
        var fewImpressions = Hidden(author => author.WithImpressions).Zip(few, (one, other) => one || other).ToArray();
        var written = new Dictionary<string, PeopleResponse>(StringComparer.Ordinal);
        var whole = figures.Coverage;
        foreach (var (number, (name, part)) in parts.Index())
        {
            figures.Coverage = coverageOf is null ? whole : coverageOf(name);
            written.Add(name, new PeopleResponse(
                Figure("contributors", MetricDefinitions.Contributors, few, part?.Authors.Contributors),
                Figure("organisations", MetricDefinitions.Organisations, fewOrganisations, part?.Authors.Organisations),
                Figure("influencers", MetricDefinitions.Influencers, fewInfluencers, part?.Authors.Influencers),
                Figure("potentialReach", MetricDefinitions.PotentialReach, fewReach, part?.Authors.Reach.Value),
                Figure("potentialImpressions", MetricDefinitions.PotentialImpressions, fewImpressions, part?.Impressions.Value)));

            long? Figure(string figure, MetricDefinition definition, bool[] hidden, long? value) =>
                part is null ? figures.Known($"{pointer}/{name}/{figure}", definition, null)
                : hidden[number] ? figures.Suppressed($"{pointer}/{name}/{figure}", definition)
                : figures.Counted($"{pointer}/{name}/{figure}", definition, isAuthorAlwaysKnown || part.Authors.Contributors > 0 || part.Mentions == 0 ? value : null);
        }

        figures.Coverage = whole;
        return written;

        bool[] Hidden(Func<AuthorTotals, long> people) => Disclosure.Hidden([.. authors.Select(people)], suppressBelow);
    }
}
