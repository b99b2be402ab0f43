using Campaigns.Channels.Manual;

namespace Campaigns.Channels;

/// <summary>Knows which channel stands behind a name.</summary>
/// <param name="channels">The channels with an API.</param>
public sealed class ChannelDirectory(IEnumerable<IChannel> channels)
{
    private readonly Dictionary<string, IChannel> spoken = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);

    /// <summary>The channel of that name; where none is spoken here, the one in which a person publishes.</summary>
    /// <param name="name">The name in campaigns and posts.</param>
    public IChannel this[string name] => spoken.GetValueOrDefault(name) ?? new ManualChannel(name);
}
