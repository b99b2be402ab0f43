using System.Collections.Concurrent;
using Campaigns.Http;

namespace Campaigns.Results.Feed;

/// <summary>
/// Who may bring rows into another order now: each holds as many as it skips and shows, tens of thousands at most, so few do at once in an instance, and
/// of one caller fewer. Others wait.
/// </summary>
internal static class FeedTurns
{
    /// <summary>How many at once.</summary>
    public const int Most = 4;

    /// <summary>How many of one caller at once.</summary>
    public const int MostOfCaller = 2;

    private static readonly SemaphoreSlim All = new(Most);
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Callers = new(StringComparer.Ordinal);

    /// <summary>Reads once there is a turn.</summary>
    public static async Task<T> ReadAsync<T>(Caller caller, Func<Task<T>> read, CancellationToken cancellationToken)
    {
        // One of a caller's own waits for no turn of all: it would hold it.
        var own = Callers.GetOrAdd(caller.Name, static _ => new(MostOfCaller));
        await own.WaitAsync(cancellationToken);
        try
        {
            await All.WaitAsync(cancellationToken);
            try
            {
                return await read();
            }
            finally
            {
                All.Release();
            }
        }
        finally
        {
            own.Release();
        }
    }
}
