using Azure;

namespace Campaigns.Http;

/// <summary>
/// Asks everything that the engine stands on, all at once and for a few seconds at most; whoever asks again within seconds is told the same, so
/// that looking costs no more however many look.
/// </summary>
/// <param name="probes">What to ask.</param>
/// <param name="time">The clock.</param>
public sealed class EngineHealth(IEnumerable<HealthProbe> probes, TimeProvider time) : IDisposable
{
    /// <summary>For how long an answer holds.</summary>
    internal static readonly TimeSpan Holds = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim turn = new(1);
    private Looked? last;

    /// <summary>How everything is, as of <see cref="Looked.At"/>.</summary>
    /// <param name="cancellationToken">Cancels waiting for it.</param>
    public async Task<Looked> LookAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (last is null || now - last.At >= Holds || now < last.At)
            {
                // It holds from when it is known: whoever waited meanwhile, while something hung, is told the same.
                var told = await Task.WhenAll(probes.Select(probe => AskAsync(probe, cancellationToken)));
                last = new Looked(time.GetUtcNow(), told);
            }

            return last;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private async Task<DependencyHealth> AskAsync(HealthProbe probe, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        string? reason = null;
        try
        {
            await probe.AskAsync(patience.Token).WaitAsync(patience.Token);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            reason = fault switch
            {
                OperationCanceledException => "no answer in time",
                RequestFailedException { Status: > 0 } answer => $"answered {answer.Status}",
                _ => fault.GetType().Name,
            };
        }

        return new DependencyHealth(probe.Name, probe.IsNeeded, reason is null, reason, time.GetElapsedTime(start));
    }

    /// <summary>How everything was.</summary>
    /// <param name="At">When.</param>
    /// <param name="Dependencies">Each.</param>
    public sealed record Looked(DateTimeOffset At, IReadOnlyList<DependencyHealth> Dependencies)
    {
        /// <summary>Whether the engine can serve.</summary>
        public bool IsReady => Dependencies.All(dependency => dependency.IsUp || !dependency.IsNeeded);
    }
}
