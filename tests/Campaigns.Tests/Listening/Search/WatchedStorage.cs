using System.Diagnostics;

namespace Campaigns.Tests.Listening.Search;

/// <summary>Sees every HTTP request that what runs inside <see cref="RunAsync"/> makes, and can end it at one of them as a killed process ends.</summary>
internal sealed class WatchedStorage : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<Watch?> Current = new();
    private static readonly Lazy<WatchedStorage> Subscribed = new(static () =>
    {
        var watched = new WatchedStorage();
        DiagnosticListener.AllListeners.Subscribe(watched);
        return watched;
    });

    /// <summary>Runs something and counts its requests.</summary>
    public static async Task<int> CountAsync(Func<Task> run)
    {
        var watch = new Watch(int.MaxValue, false, null);
        await RunAsync(watch, run);
        return watch.Requests;
    }

    /// <summary>Runs something until its request of a number: killed before that is sent, or before its answer is read.</summary>
    /// <returns>Whether it came so far.</returns>
    public static async Task<bool> KillAsync(int request, bool afterIt, Func<CancellationToken, Task> run)
    {
        using var death = new CancellationTokenSource();
        var watch = new Watch(request, afterIt, death);
        try
        {
            await RunAsync(watch, () => run(death.Token));
        }
        catch (OperationCanceledException)
        {
            // It is dead.
        }

        return death.IsCancellationRequested;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener")
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Current.Value is not { } watch)
        {
            return;
        }

        if (value.Key == "System.Net.Http.HttpRequestOut.Start")
        {
            watch.Begin();
        }
        else if (value.Key == "System.Net.Http.HttpRequestOut.Stop")
        {
            watch.End();
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static async Task RunAsync(Watch watch, Func<Task> run)
    {
        _ = Subscribed.Value;
        Current.Value = watch;
        try
        {
            await run();
        }
        finally
        {
            Current.Value = null;
        }
    }

    private sealed class Watch(int last, bool afterIt, CancellationTokenSource? death)
    {
        private int requests;

        public int Requests => requests;

        public void Begin()
        {
            if (Interlocked.Increment(ref requests) == last && !afterIt)
            {
                death?.Cancel();
            }
        }

        public void End()
        {
            if (requests == last && afterIt)
            {
                death?.Cancel();
            }
        }
    }
}
