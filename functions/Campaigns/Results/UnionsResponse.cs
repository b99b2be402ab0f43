using System.Text.Json.Serialization;
using Campaigns.Results.Metrics;

namespace Campaigns.Results;

/// <summary>What parts tell of the whole where they overlap: an interval, never a sum.</summary>
/// <param name="Contributors">Of distinct authors.</param>
/// <param name="PotentialReach">Of their followers.</param>
public sealed record UnionsResponse(PartUnionsResponse Contributors, PartUnionsResponse PotentialReach);

/// <summary>The intervals of one figure.</summary>
/// <param name="ByHashtag">From its parts by hashtag; null where no part is known.</param>
/// <param name="ByKind">From its parts by kind; null where no part is known.</param>
public sealed record PartUnionsResponse(UnionInterval? ByHashtag, UnionInterval? ByKind)
{
    /// <summary>From its days, where results are of some days of the campaign and the figure is not kept for these; left out elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UnionInterval? ByDay { get; init; }
}
