using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Campaigns.Http;

/// <summary>
/// How much each caller may ask of this instance: a bucket for each key or principal, full at first and filled up again by the minute's share. Whoever
/// is on the open loopback is not held to it: nobody else is there to suffer.
/// </summary>
public sealed class CallRates : IDisposable
{
    private readonly LimitOptions limits;
    private readonly HostPlace place;
    private readonly PartitionedRateLimiter<string> requests;
    private readonly PartitionedRateLimiter<string> mentions;
    private readonly PartitionedRateLimiter<string> refusals;
    private readonly Dictionary<string, long> owed = new(StringComparer.Ordinal);

    /// <summary>Reads the limits.</summary>
    /// <param name="options">The limits.</param>
    /// <param name="place">Where the engine runs.</param>
    public CallRates(IOptions<LimitOptions> options, HostPlace place)
    {
        ArgumentNullException.ThrowIfNull(options);
        (limits, this.place) = (options.Value, place);
        (requests, mentions, refusals) = (Buckets(limits.RequestsPerMinute), Buckets(limits.MentionsPerMinute), Buckets(limits.RefusalsPerMinute));
    }

    /// <summary>Takes one request of a caller's bucket.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="http">The call; its answer is told when to come again.</param>
    /// <returns>429, or null where the call may go on.</returns>
    public IResult? Ask(Caller caller, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller == Caller.Nobody || caller.IsLocal)
        {
            return null;
        }

        using var lease = requests.AttemptAcquire(caller.Name);
        return lease.IsAcquired ? null : Later(
            lease, http, string.Create(CultureInfo.InvariantCulture, $"At most {limits.RequestsPerMinute} requests a minute are answered for one key or principal."));
    }

    /// <summary>Counts a refusal of a stranger (401) against the address. A key that is known is never held to this, so that nobody is locked out by others behind the same address.</summary>
    /// <param name="problem">Why the call is refused; null where it is not. Any other than 401 stays as it is.</param>
    /// <param name="http">The call.</param>
    /// <returns>The same, or 429 where it may not tell its reason.</returns>
    public IResult? CountRefusal(IResult? problem, HttpContext http)
    {
        if (!IsStranger(problem))
        {
            return problem;
        }

        using var lease = refusals.AttemptAcquire(CallerAddress.Of(http, place));
        return lease.IsAcquired ? problem : Later(lease, http, "Too many calls from this address brought no key that is known.");
    }

    /// <summary>Takes mentions of a caller's bucket. What a bucket lacked for mentions that were taken in already is owed, and taken of it first.</summary>
    /// <param name="http">The call; a call that passed no door is not held to it.</param>
    /// <param name="count">How many; with 0 it is only asked whether any more may come.</param>
    /// <returns>429, or null where they may be taken in.</returns>
    public IResult? HandIn(HttpContext http, int count)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Features.Get<Caller>() is not { IsLocal: false } caller)
        {
            return null;
        }

        lock (owed)
        {
            var due = owed.GetValueOrDefault(caller.Name) + count;
            var paid = (int)Math.Min(due, mentions.GetStatistics(caller.Name)?.CurrentAvailablePermits ?? 0);
            using var payment = mentions.AttemptAcquire(caller.Name, paid);
            owed[caller.Name] = due - (payment.IsAcquired ? paid : 0);
            using var next = mentions.AttemptAcquire(caller.Name, (int)Math.Min(owed[caller.Name], limits.MentionsPerMinute));
            return next.IsAcquired || (count > 0 && owed[caller.Name] == 0) ? null : Later(next, http, string.Create(
                CultureInfo.InvariantCulture,
                $"At most {limits.MentionsPerMinute} mentions a minute are taken in of one key or principal. What was queued stays; send the same again later, in smaller bodies: nothing is counted twice."));
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        requests.Dispose();
        mentions.Dispose();
        refusals.Dispose();
    }

    /// <summary>Whether a call is refused because it is nobody's who is known.</summary>
    internal static bool IsStranger(IResult? problem) => problem is IStatusCodeHttpResult { StatusCode: StatusCodes.Status401Unauthorized };

    private static IResult Later(RateLimitLease lease, HttpContext http, string rule)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.FromSeconds(1);
        http.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Problems.TooManyRequests(rule);
    }

    private static PartitionedRateLimiter<string> Buckets(int perMinute)
    {
        var share = (int)Math.Ceiling(perMinute / 60d);
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = share,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) * share / perMinute,
            QueueLimit = 0,
            AutoReplenishment = false,
        };
        return PartitionedRateLimiter.Create<string, string>(name => RateLimitPartition.GetTokenBucketLimiter(name, _ => bucket), StringComparer.Ordinal);
    }
}
