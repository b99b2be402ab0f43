namespace Campaigns.Listening;

/// <summary>What was read of storage, at hand for a short time. One at a time reads it anew, and whoever waits for that takes it.</summary>
/// <typeparam name="T">What was read.</typeparam>
/// <param name="time">The clock.</param>
/// <param name="lasts">How long it is gone by.</param>
internal sealed class ShortCopy<T>(TimeProvider time, TimeSpan lasts) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim turn = new(1);
    private volatile Copy? current;

    /// <summary>The copy, or what is read where it holds no more.</summary>
    /// <param name="changes">How many changes this process made itself: what was begun before one is not gone by after it.</param>
    /// <param name="read">Reads it; it is given what was read before.</param>
    /// <param name="cancellationToken">Cancels the wait and the read.</param>
    public async ValueTask<T> GetAsync(Func<long> changes, Func<T?, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        if (current is { } kept && kept.Changes == changes() && IsYoung(kept))
        {
            return kept.Value;
        }

        var asked = time.GetTimestamp();
        await turn.WaitAsync(cancellationToken);
        try
        {
            // Where storage is slow, what was begun since is as good as another read, which all behind would wait for.
            if (current is { } meanwhile && meanwhile.Changes == changes() && (IsYoung(meanwhile) || meanwhile.ReadAt > asked))
            {
                return meanwhile.Value;
            }

            var (seen, readAt) = (changes(), time.GetTimestamp());
            var value = await read(current?.Value, cancellationToken);
            current = new Copy(value, seen, readAt);
            return value;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private bool IsYoung(Copy copy) => time.GetElapsedTime(copy.ReadAt) < lasts;

    private sealed record Copy(T Value, long Changes, long ReadAt);
}
