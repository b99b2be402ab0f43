using Campaigns.Planning;

namespace Campaigns.Results.Feed.Sets;

/// <summary>The channels.</summary>
internal sealed class ChannelRows() : FeedSet("Channels", "Channel", [FeedColumn.Text("channelKey"), FeedColumn.Text("name")])
{
    private static readonly object?[][] Rows = [.. Channel.All.Append(HourKinds.Unknown).Order(StringComparer.Ordinal).Select(name => new object?[] { name, name })];

    public override IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, CancellationToken cancellationToken) => Rows.ToAsyncEnumerable();
}
