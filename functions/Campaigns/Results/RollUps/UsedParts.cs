namespace Campaigns.Results.RollUps;

/// <summary>Which hashtags and topics an author used.</summary>
/// <param name="Tags">The hashtags.</param>
/// <param name="Known">Those of them with a mention whose followers are known.</param>
/// <param name="Topics">The topics.</param>
internal readonly record struct UsedParts(ulong Tags, ulong Known, ulong Topics)
{
    public UsedParts With(in AuthorSight sight) => new(Tags | sight.Tags, Known | (sight.HasImpressions ? sight.Tags : 0), Topics | sight.Topics);
}
