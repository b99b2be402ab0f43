using System.Collections.Concurrent;
using Campaigns.Channels;

namespace Campaigns.Tests.Publishing;

/// <summary>A platform that remembers every post and takes each one as new: what goes out twice is there twice.</summary>
internal sealed class FarSide : IChannel
{
    public string Name => "bluesky";

    public ConcurrentQueue<OutgoingPost> Posts { get; } = [];

    /// <summary>Whether it can be asked what it has.</summary>
    public bool CanBeAsked { get; set; } = true;

    public int Asked { get; private set; }

    /// <summary>Runs before the platform has the post; a result ends the call there.</summary>
    public Func<OutgoingPost, CancellationToken, Task<PublishOutcome?>> Before { get; set; } = static (_, _) => Task.FromResult<PublishOutcome?>(null);

    /// <summary>Runs when the platform has the post, before its answer arrives.</summary>
    public Func<OutgoingPost, CancellationToken, Task<PublishOutcome?>> After { get; set; } = static (_, _) => Task.FromResult<PublishOutcome?>(null);

    /// <summary>Runs before the platform says what it has.</summary>
    public Func<Finding?> Looking { get; set; } = static () => null;

    public IEnumerable<ContentFault> Check(ChannelContent content) => content.Text.Length > 100 ? [new("text", $"{content.Text.Length}", "at most 100 here")] : [];

    public async Task<PublishOutcome> PublishAsync(OutgoingPost post, CancellationToken cancellationToken)
    {
        if (await Before(post, cancellationToken) is { } ended)
        {
            return ended;
        }

        Posts.Enqueue(post);
        return await After(post, cancellationToken) ?? new PublishOutcome.Published(Shown(post), $"id of {post.Key}");
    }

    public Task<Finding> FindAsync(OutgoingPost post, CancellationToken cancellationToken)
    {
        Asked++;
        return Task.FromResult(Looking() ?? (CanBeAsked
            ? Posts.Any(known => known.Key == post.Key) ? new Finding.Published(Shown(post), $"id of {post.Key}") : new Finding.ProvenAbsent()
            : new Finding.CannotTell("it keeps no list")));
    }

    private static Uri Shown(OutgoingPost post) => new($"https://platform.test/{Uri.EscapeDataString(post.Key)}");
}
