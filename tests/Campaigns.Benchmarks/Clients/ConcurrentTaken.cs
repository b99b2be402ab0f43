namespace Campaigns.Benchmarks.Clients;

/// <summary>Shares out numbers, each once.</summary>
internal sealed class ConcurrentTaken
{
    private int next = -1;

    /// <summary>How many were given out.</summary>
    public int Count => Volatile.Read(ref next) + 1;

    /// <summary>The next one.</summary>
    public int Next() => Interlocked.Increment(ref next);
}
