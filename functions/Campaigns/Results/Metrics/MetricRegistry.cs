namespace Campaigns.Results.Metrics;

/// <summary>The one registry of what numbers mean: every version of every definition, the engine's own and those to compare with.</summary>
public static class MetricRegistry
{
    private static readonly ILookup<string, MetricDefinition> ById = MetricDefinitions.Earlier.Concat(OrganisationDefinitions.Earlier).Concat(ListeningDefinitions.Earlier)
        .Concat(MetricDefinitions.All).Concat(SentimentDefinitions.All).Concat(ReportedDefinitions.All).Concat(AudienceDefinitions.All).Concat(PostDefinitions.All).Concat(OrganisationDefinitions.All).Concat(ObjectiveDefinitions.All).Concat(ComparisonOfCampaigns.All).Concat(ComparisonOfDays.All).Concat(ListeningDefinitions.All).Concat(ComparisonDefinitions.All)
        .OrderBy(definition => definition.Version)
        .ToLookup(definition => definition.Id, StringComparer.Ordinal);

    /// <summary>The version of each that counts now, the engine's own first.</summary>
    public static IReadOnlyList<MetricDefinition> Current { get; } =
    [
        .. MetricDefinitions.All, .. SentimentDefinitions.All, .. ReportedDefinitions.All, .. AudienceDefinitions.All, .. PostDefinitions.All, .. OrganisationDefinitions.All, .. ObjectiveDefinitions.All, .. ComparisonOfCampaigns.All, .. ComparisonOfDays.All, .. ListeningDefinitions.All,
        .. ComparisonDefinitions.All.GroupBy(definition => definition.Id, StringComparer.Ordinal).Select(versions => versions.MaxBy(definition => definition.Version)!),
    ];

    /// <summary>Every version of each.</summary>
    public static IEnumerable<MetricDefinition> Every => ById.SelectMany(versions => versions);

    /// <summary>Whether a definition has that id, whatever its case.</summary>
    /// <param name="id">The id.</param>
    public static bool Has(string id) => ById.Any(versions => string.Equals(versions.Key, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The versions of a definition, the first one first; none where there is no such definition.</summary>
    /// <param name="id">Its id.</param>
    public static IReadOnlyList<MetricDefinition> Versions(string id) => [.. ById[id]];

    /// <summary>The version of a definition that a figure names, such as <c>mentions@1</c>; null where it names none.</summary>
    /// <param name="key">Its id and version, or null.</param>
    public static MetricDefinition? Find(string? key) => key is null ? null : Versions(key.Split('@')[0]).FirstOrDefault(version => version.Key == key);
}
