using System.Numerics;
using Campaigns.Listening.Cells;

namespace Campaigns.Results;

/// <summary>Adds a channel's records up.</summary>
internal sealed class ChannelTally
{
    private readonly long[] uses = new long[64];
    private long mentions;
    private long first = long.MaxValue;
    private long last = long.MinValue;

    public void Add(long hour, in MentionRecord record, ulong tags)
    {
        mentions++;
        for (; tags != 0; tags &= tags - 1)
        {
            uses[BitOperations.TrailingZeroCount(tags)]++;
        }

        var second = (hour * 3600) + record.Second;
        (first, last) = (Math.Min(first, second), Math.Max(last, second));
    }

    public ChannelTotals Total() => new(
        mentions,
        uses.Index().Where(use => use.Item > 0).ToDictionary(use => use.Index, use => use.Item),
        DateTimeOffset.FromUnixTimeSeconds(first),
        DateTimeOffset.FromUnixTimeSeconds(last));
}
