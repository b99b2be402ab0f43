using System.Diagnostics;

namespace Campaigns.Benchmarks.Cpu;

/// <summary>What one step of counting a mention costs.</summary>
/// <param name="Name">What the step does.</param>
/// <param name="Nanoseconds">Time for each mention, in the fastest of several rounds: the one that others disturbed least.</param>
/// <param name="Bytes">Bytes allocated for each mention.</param>
internal sealed record Step(string Name, double Nanoseconds, double Bytes)
{
    private const int Rounds = 9;

    /// <summary>Runs a step on one thread, several times.</summary>
    /// <param name="name">What it does.</param>
    /// <param name="mentions">How many mentions one run handles.</param>
    /// <param name="run">The step.</param>
    public static Step Measure(string name, int mentions, Action run)
    {
        var (fastest, least) = (long.MaxValue, long.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.GetTimestamp();
            run();
            fastest = Math.Min(fastest, Stopwatch.GetTimestamp() - clock);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - allocated);
        }

        return new Step(name, fastest * (1e9 / Stopwatch.Frequency) / mentions, least / (double)mentions);
    }
}
