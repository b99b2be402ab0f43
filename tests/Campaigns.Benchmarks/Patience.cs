using System.Diagnostics;

namespace Campaigns.Benchmarks;

/// <summary>Waits, and says so when it has waited long enough.</summary>
/// <param name="limit">How long all waiting together may take.</param>
internal sealed class Patience(TimeSpan limit)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();

    public bool IsOver => clock.Elapsed > limit;

    public TimeSpan Elapsed => clock.Elapsed;

    /// <summary>Waits until something is so.</summary>
    /// <param name="isSo">Whether it is.</param>
    /// <param name="otherwise">What is wrong when it never comes.</param>
    public async Task UntilAsync(Func<bool> isSo, Func<string> otherwise)
    {
        while (!isSo())
        {
            await WaitAsync(TimeSpan.FromMilliseconds(5), otherwise);
        }
    }

    /// <summary>Waits a while.</summary>
    /// <param name="time">How long.</param>
    /// <param name="otherwise">What is wrong when the patience is over.</param>
    public async Task WaitAsync(TimeSpan time, Func<string> otherwise)
    {
        if (IsOver)
        {
            throw new BenchmarkException($"After {limit}, {otherwise()}.");
        }

        await Task.Delay(time);
    }
}
