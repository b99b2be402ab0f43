using Campaigns.Listening.Cells;

namespace Campaigns.Results.RollUps;

/// <summary>What one mention tells of its author.</summary>
/// <param name="Channel">The number that the fold gave the channel.</param>
/// <param name="Kind">The mention's kind.</param>
/// <param name="Tags">Its hashtags that count.</param>
/// <param name="Topics">Its topics that count.</param>
/// <param name="Largest">The largest follower count seen with it; below zero it is unknown.</param>
/// <param name="HasImpressions">Whether the followers as first seen with it are known.</param>
/// <param name="IsOrganisation">Whether it says that the author is an organisation.</param>
/// <param name="IsNamed">Whether the campaign names the author.</param>
internal readonly record struct AuthorSight(
    int Channel, MentionKind Kind, ulong Tags, ulong Topics, long Largest, bool HasImpressions, bool IsOrganisation, bool IsNamed = false);
