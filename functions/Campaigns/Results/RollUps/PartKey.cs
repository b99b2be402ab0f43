namespace Campaigns.Results.RollUps;

/// <summary>What mentions have in common whose sums are kept together: every figure that adds up is a sum over such parts.</summary>
/// <param name="Channel">The number that the fold gave the channel.</param>
/// <param name="Kind">The kind of mention.</param>
/// <param name="Tags">The hashtags that count; 0 of mentions that only have topics or look-alikes.</param>
/// <param name="Topics">The topics that count.</param>
/// <param name="LookAlikes">The hashtags that something only looks like.</param>
internal readonly record struct PartKey(int Channel, int Kind, ulong Tags, ulong Topics, ulong LookAlikes);
