using Campaigns.Results.Metrics;

namespace Campaigns.Results.Timeline;

/// <summary>What the rows tell of the whole where people are in several of them: an interval, never a sum.</summary>
/// <param name="Contributors">Of distinct authors; null where no row is known.</param>
/// <param name="PotentialReach">Of their followers; null where no row is known.</param>
public sealed record TimelineUnions(UnionInterval? Contributors, UnionInterval? PotentialReach);
