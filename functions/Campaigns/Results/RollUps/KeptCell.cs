using Azure;

namespace Campaigns.Results.RollUps;

/// <summary>What a process keeps of a cell that it folded.</summary>
/// <param name="ETag">The cell's tag as it was read.</param>
/// <param name="Retractions">The cell's retractions as they were read.</param>
/// <param name="Parts">What its mentions add up to.</param>
/// <param name="Supporters">What those of supporters add up to, by the supporter's number.</param>
/// <param name="Own">What those of the campaign's own accounts add up to, by the account's number, where they are told apart.</param>
internal sealed record KeptCell(ETag ETag, long Retractions, KeyValuePair<PartKey, PartSums>[] Parts, KeyValuePair<int, SupporterSums>[] Supporters, KeyValuePair<int, OwnUse>[] Own)
{
    /// <summary>The memory that it takes, about.</summary>
    public long Bytes => 200 + (Parts.Length * 192L) + (Supporters.Length * 48L) + (Own.Length * 24L);
}
