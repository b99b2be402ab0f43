namespace Campaigns.Local.Functions.Worker.Hosting;

/// <summary>From taking work, over letting what runs finish, to cancelling what still runs when the drain time is over.</summary>
internal sealed class HostLife(TimeSpan drain, TimeProvider clock) : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource ending = new();
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The host itself counts as one, until it is told to stop.
    private int running = 1;
    private ITimer? timer;

    /// <summary>Cancelled when no new work is to be taken.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>Cancelled when the drain time is over: what every function's own token is linked to.</summary>
    public CancellationToken Ending => ending.Token;

    /// <summary>Done when the host was told to stop and nothing runs any more.</summary>
    public Task Idle => idle.Task;

    public IDisposable Running()
    {
        Interlocked.Increment(ref running);
        return new Run(this);
    }

    public void Stop()
    {
        if (stopping.IsCancellationRequested)
        {
            return;
        }

        stopping.Cancel();
        timer = clock.CreateTimer(_ => ending.Cancel(), null, drain, Timeout.InfiniteTimeSpan);
        Done();
    }

    public void Dispose()
    {
        timer?.Dispose();
        stopping.Dispose();
        ending.Dispose();
    }

    private void Done()
    {
        if (Interlocked.Decrement(ref running) == 0)
        {
            idle.TrySetResult();
        }
    }

    private sealed class Run(HostLife life) : IDisposable
    {
        public void Dispose() => life.Done();
    }
}
