namespace Campaigns.Channels;

/// <summary>A place where posts are published.</summary>
public interface IChannel
{
    /// <summary>The channel's name in campaigns and posts.</summary>
    string Name { get; }

    /// <summary>Names everything that keeps this channel from showing the content; nothing where all is well.</summary>
    /// <param name="content">The content as configured.</param>
    IEnumerable<ContentFault> Check(ChannelContent content);

    /// <summary>Publishes once: the same post, sent again, is still one post wherever the platform makes that possible.</summary>
    /// <param name="post">What to publish.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent may still arrive.</param>
    /// <exception cref="ChannelUnreachableException">The platform was not reached, and nothing was published.</exception>
    Task<PublishOutcome> PublishAsync(OutgoingPost post, CancellationToken cancellationToken);

    /// <summary>Looks for a post that an earlier attempt may have published.</summary>
    /// <param name="post">What was to be published.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <exception cref="ChannelUnreachableException">The platform was not reached.</exception>
    Task<Finding> FindAsync(OutgoingPost post, CancellationToken cancellationToken);
}
