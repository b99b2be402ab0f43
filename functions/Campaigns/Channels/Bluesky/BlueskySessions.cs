using System.Collections.Concurrent;

namespace Campaigns.Channels.Bluesky;

/// <summary>Signs accounts in and keeps them signed in: sign-ins are few a day, so a session lives as long as the process and renews itself.</summary>
internal sealed class BlueskySessions(XrpcClient server, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Seat> seats = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes one authorised call, and makes it again with a new token where the server says that the token is over.</summary>
    /// <param name="account">Who calls.</param>
    /// <param name="call">The call; it may be made twice.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<Step<XrpcAnswer>> CallAsync(BlueskyAccount account, Func<BlueskySession, Task<XrpcAnswer>> call, CancellationToken cancellationToken)
    {
        var session = await GetAsync(account, over: null, cancellationToken);
        if (session.Ended is { } ended)
        {
            return ended;
        }

        var answer = await call(session.Value!);
        if (!answer.TokenIsOver)
        {
            return answer;
        }

        session = await GetAsync(account, over: session.Value, cancellationToken);
        return session.Ended is { } endedAgain ? endedAgain : await call(session.Value!);
    }

    private async Task<Step<BlueskySession>> GetAsync(BlueskyAccount account, BlueskySession? over, CancellationToken cancellationToken)
    {
        var seat = seats.GetOrAdd($"{account.Handle} {account.Service}", static _ => new());
        await seat.Turn.WaitAsync(cancellationToken);
        try
        {
            if (seat.Session is { } session && session != over)
            {
                return session;
            }

            var next = over is null ? await SignInAsync(account, cancellationToken) : await RenewAsync(account, over, cancellationToken);
            seat.Session = next.Value;
            return next;
        }
        catch (AnswerLostException exception)
        {
            throw new ChannelUnreachableException($"Signing in to Bluesky as {account.Handle} failed: {exception.Message}.", exception);
        }
        finally
        {
            seat.Turn.Release();
        }
    }

    private async Task<Step<BlueskySession>> RenewAsync(BlueskyAccount account, BlueskySession over, CancellationToken cancellationToken)
    {
        var answer = await server.CallAsync(account.Service, "com.atproto.server.refreshSession", null, over.Refresh, cancellationToken);
        return answer.Good ? Read(answer, account) : await SignInAsync(account, cancellationToken);
    }

    private async Task<Step<BlueskySession>> SignInAsync(BlueskyAccount account, CancellationToken cancellationToken)
    {
        if (account.AppPassword.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase))
        {
            return new PublishOutcome.NotAuthorised(
                $"The app password of {account.Handle} is a Key Vault reference that did not resolve: let the app's identity read that secret.");
        }

        var answer = await server.SignInAsync(account.Service, account.Handle, account.AppPassword, cancellationToken);
        return answer.Good ? Read(answer, account) : BlueskyRefusals.Outcome(answer, account, clock.GetUtcNow());
    }

    private static BlueskySession Read(XrpcAnswer answer, BlueskyAccount account) =>
        answer.Text("did") is { } did && answer.Text("accessJwt") is { } access && answer.Text("refreshJwt") is { } refresh
            ? new(did, access, refresh)
            : throw new ChannelUnreachableException($"{account.Service.Host} does not answer as a Bluesky server: no session came back.");

    /// <summary>One account's session, and whose turn it is to change it.</summary>
    private sealed class Seat
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public BlueskySession? Session { get; set; }
    }
}
