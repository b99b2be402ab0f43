using System.Globalization;
using System.Text.Json;
using Campaigns.Planning;
using Campaigns.Results.Metrics;
using Campaigns.Results.Reported;

namespace Campaigns.Results.Objectives;

/// <summary>The figures of the engine's own that objectives may name.</summary>
internal static class ScoredMetrics
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ScoredMetric> All { get; } =
    [
        Counted(MetricDefinitions.Mentions, "/mentions", static results => results.Mentions),
        Counted(MetricDefinitions.Uses, "/uses/total", static results => results.Uses.Total),
        Counted(MetricDefinitions.Contributors, "/contributors", static results => results.Contributors),
        Counted(MetricDefinitions.Organisations, "/organisations", static results => results.Organisations),
        Counted(MetricDefinitions.Influencers, "/influencers", static results => results.Influencers),
        Counted(MetricDefinitions.PotentialReach, "/potentialReach", static results => results.PotentialReach),
        Counted(MetricDefinitions.PotentialImpressions, "/potentialImpressions", static results => results.PotentialImpressions),
        Engagement("likes", static engagements => engagements.Likes),
        Engagement("shares", static engagements => engagements.Shares),
        Engagement("comments", static engagements => engagements.Comments),
        Engagement("views", static engagements => engagements.Views),
        Counted(MetricDefinitions.MentionsPerContributor, "/mentionsPerContributor", static results => (decimal?)results.MentionsPerContributor),
        Counted(MetricDefinitions.FollowersPerContributor, "/followersPerContributor", static results => (decimal?)results.FollowersPerContributor),
        OfAccount(ReportedDefinitions.FollowerGrowth, "growth", static account => account.Growth),
        OfAccount(ReportedDefinitions.FollowerGrowthPercent, "growthPercent", static account => (decimal?)account.GrowthPercent),
    ];

    /// <summary>What a campaign's document may name.</summary>
    public static ObjectiveMetrics Named { get; } = new(
        All.ToDictionary(metric => metric.Id, metric => JsonNamingPolicy.CamelCase.ConvertName(metric.Definition.Class.ToString()), StringComparer.Ordinal),
        [.. All.Where(metric => metric.Pace == Pace.Moves).Select(metric => metric.Id)],
        static name => FigureName.TryParse(name, out _));

    /// <summary>The one of an id; null for a figure that is entered by hand.</summary>
    public static ScoredMetric? Find(string id) => All.FirstOrDefault(metric => metric.Id == id);

    private static ScoredMetric Counted(MetricDefinition definition, string pointer, Func<ResultsResponse, decimal?> value) =>
        new(definition.Id, definition, PaceOf(definition), (results, _) => (pointer, value(results)));

    private static ScoredMetric Engagement(string name, Func<EngagementsResponse, long?> value) => new(
        $"engagements.{name}", MetricDefinitions.Engagements, PaceOf(MetricDefinitions.Engagements), (results, _) => ($"/engagements/{name}", value(results.Engagements)));

    private static ScoredMetric OfAccount(MetricDefinition definition, string field, Func<AccountResponse, decimal?> value) => new(definition.Id, definition, Pace.Moves, (results, objective) =>
    {
        var asked = new FigureSide(objective.Channel, objective.Account, objective.Scope);
        var found = results.Accounts.Index().Where(account => new FigureSide(account.Item.Channel, account.Item.Account, account.Item.Scope).Answers(asked)).ToList();
        return found is [var (index, account)] ? (string.Create(CultureInfo.InvariantCulture, $"/accounts/{index}/{field}"), value(account)) : null;
    });

    private static Pace PaceOf(MetricDefinition definition) => definition.Additivity switch
    {
        Additivity.Sum => Pace.Accumulates,
        Additivity.Union => Pace.Gathers,
        _ => Pace.Level,
    };
}
