using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Campaigns.Channels.Bluesky;

/// <summary>
/// Asks the network what it shows: through the servers of the engine's own accounts, which pass the question on, or a server that answers strangers.
/// </summary>
internal sealed class BlueskyReader(XrpcClient server, BlueskySessions sessions, IOptions<BlueskyOptions> options, TimeProvider clock)
{
    // Signing in is limited to 300 times a day; what is refused will not be better a minute later.
    private static readonly TimeSpan RefusedFor = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, string Reason)> refused = new(StringComparer.OrdinalIgnoreCase);

    public bool IsConfigured => options.Value.SearchService is not null || options.Value.Accounts.Count > 0;

    /// <summary>Asks once; with another account where one is refused.</summary>
    public async Task<BlueskyReading> AskAsync(string method, CancellationToken cancellationToken, params (string Name, string Value)[] parameters)
    {
        if (options.Value.SearchService is { } open)
        {
            return await TryAsync(open.Host, async ask => new(await ask(null), null), token => server.QueryAsync(open, method, token, cancellationToken, parameters));
        }

        var last = new BlueskyReading(null, new SearchPage.Refused("No Bluesky account is set up to search with: add one to the settings (Bluesky:Accounts)."), 0, "");
        foreach (var account in options.Value.Accounts)
        {
            if (refused.TryGetValue(account.Handle, out var before) && before.Until > clock.GetUtcNow())
            {
                last = last with { Ended = new SearchPage.Refused(before.Reason) };
                continue;
            }

            var reading = await TryAsync(
                account.Service.Host,
                ask => sessions.CallAsync(account, session => ask(session.Access), cancellationToken),
                token => server.QueryAsync(account.Service, method, token, cancellationToken, parameters));
            last = reading with { Requests = reading.Requests + last.Requests };
            if (last.Ended is not SearchPage.Refused { Reason: var reason })
            {
                return last;
            }

            refused[account.Handle] = (clock.GetUtcNow() + RefusedFor, reason);
        }

        return last;
    }

    private static async Task<BlueskyReading> TryAsync(
        string host, Func<Func<string?, Task<XrpcAnswer>>, Task<Step<XrpcAnswer>>> asking, Func<string?, Task<XrpcAnswer>> query)
    {
        var requests = 0;
        try
        {
            var step = await asking(token =>
            {
                requests++;
                return query(token);
            });
            return new(step.Value, step.Ended is { } ended ? Ended(ended) : null, requests, host);
        }
        catch (ChannelUnreachableException exception)
        {
            return new(null, new SearchPage.Failed(exception.Message), Math.Max(requests, 1), host);
        }
        catch (AnswerLostException exception)
        {
            return new(null, new SearchPage.Failed($"Bluesky was not searched: {exception.Message}."), requests, host);
        }
    }

    private static SearchPage Ended(PublishOutcome outcome) => outcome switch
    {
        PublishOutcome.RateLimited limited => new SearchPage.RateLimited(limited.Until),
        PublishOutcome.NotAuthorised not => new SearchPage.Refused(not.Reason),
        _ => new SearchPage.Failed("Bluesky refused to sign the engine in."),
    };
}
