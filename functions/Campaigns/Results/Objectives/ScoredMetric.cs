using Campaigns.Planning;
using Campaigns.Results.Metrics;

namespace Campaigns.Results.Objectives;

/// <summary>A figure of the engine's own that objectives may name.</summary>
/// <param name="Id">How they name it.</param>
/// <param name="Definition">What it means.</param>
/// <param name="Pace">How it moves.</param>
/// <param name="Find">Where it stands in results, and what it is; null where it does not stand there, or it is not clear which is meant.</param>
internal sealed record ScoredMetric(string Id, MetricDefinition Definition, Pace Pace, Func<ResultsResponse, CampaignObjective, (string Pointer, decimal? Value)?> Find);
