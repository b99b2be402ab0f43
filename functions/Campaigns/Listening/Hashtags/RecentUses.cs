using Campaigns.Channels;
using Microsoft.Extensions.Logging;

namespace Campaigns.Listening.Hashtags;

/// <summary>Asks every channel that the engine is set up to search how much a hashtag was used lately, all at once and none for long.</summary>
/// <param name="searches">The channels.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class RecentUses(IEnumerable<ISearch> searches, TimeProvider time, ILogger<RecentUses> log)
{
    /// <summary>Somebody waits for the answer: a channel that takes longer has failed.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>What each channel says.</summary>
    /// <param name="hashtag">The hashtag as it compares.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    internal async Task<IReadOnlyList<ChannelUse>> AskAsync(string hashtag, CancellationToken cancellationToken) =>
        await Task.WhenAll(searches.Where(search => search.IsConfigured).OrderBy(search => search.Channel, StringComparer.Ordinal)
            .Select(search => AskAsync(search, hashtag, cancellationToken)));

    private async Task<ChannelUse> AskAsync(ISearch search, string hashtag, CancellationToken cancellationToken)
    {
        if (!search.TellsRecentUse)
        {
            return Nothing(search, "not_offered");
        }

        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var use = await search.RecentUseAsync(hashtag, inTime.Token).WaitAsync(Longest, time, cancellationToken);
            return use switch
            {
                null => Nothing(search, "failed"),
                { Uses: null, Accounts: null } => Nothing(search, "not_offered"),
                _ => new ChannelUse(search.Channel, (use.Uses ?? use.Accounts) == 0 ? "zero" : "value", use.Uses, use.Accounts, use.From, use.To),
            };
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever keeps a channel from answering: what it does not say is unknown, never zero.
            Log.Failed(log, fault, search.Channel);
            return Nothing(search, "failed");
        }
        finally
        {
            await inTime.CancelAsync();
        }
    }

    private static ChannelUse Nothing(ISearch search, string status) => new(search.Channel, status, null, null, null, null);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Channel {Channel} did not say how much a hashtag was used lately.")]
        public static partial void Failed(ILogger logger, Exception fault, string channel);
    }
}
