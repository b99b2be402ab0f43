using Campaigns.Benchmarks.Wire;

namespace Campaigns.Benchmarks.Counting;

/// <summary>What a run measured.</summary>
/// <param name="Mentions">How many lines were handed in.</param>
/// <param name="HandedIn">From the first request to the answer to the last.</param>
/// <param name="Counted">From the first request until the last message was settled: every mention is in its cell.</param>
/// <param name="Shown">From the first request until the results showed them all.</param>
/// <param name="Requests">Storage requests by purpose, from the first request until the results showed them all and every text was analysed.</param>
/// <param name="Looks">How many of these the benchmark's own looks at the results made.</param>
/// <param name="EngineToCounted">The engine's processor time until all was counted.</param>
/// <param name="EngineToShown">The engine's processor time until all was shown.</param>
/// <param name="Azurite">The emulator's processor time until all was shown.</param>
/// <param name="Deepest">The most messages that waited.</param>
/// <param name="PeakMemory">The most memory that the engine ever held, in bytes.</param>
internal sealed record RunFigures(
    int Mentions, TimeSpan HandedIn, TimeSpan Counted, TimeSpan Shown, IReadOnlyDictionary<Purpose, long> Requests, long Looks,
    TimeSpan EngineToCounted, TimeSpan EngineToShown, TimeSpan Azurite, long Deepest, long PeakMemory)
{
    public double MentionsPerSecond => Mentions / Counted.TotalSeconds;

    /// <summary>Storage requests for each mention: taking in, tracking, analysing, asking empty queues, rolling up, timers.</summary>
    public double TransactionsPerMention => (Requests.Values.Sum() - Looks) / (double)Mentions;

    /// <summary>Microseconds of the engine's processor time for each mention, from parsing to committed.</summary>
    public double MicrosecondsPerMention => EngineToCounted.TotalMicroseconds / Mentions;

    /// <summary>The same until the results show it.</summary>
    public double MicrosecondsToShown => EngineToShown.TotalMicroseconds / Mentions;

    /// <summary>The mean of several runs of the same size.</summary>
    public static RunFigures MeanOf(IReadOnlyList<RunFigures> runs) => new(
        runs[0].Mentions, TimeSpan.FromSeconds(runs.Average(static run => run.HandedIn.TotalSeconds)), TimeSpan.FromSeconds(runs.Average(static run => run.Counted.TotalSeconds)), TimeSpan.FromSeconds(runs.Average(static run => run.Shown.TotalSeconds)),
        runs[0].Requests.Keys.ToDictionary(static purpose => purpose, purpose => (long)runs.Average(run => run.Requests[purpose])), (long)runs.Average(static run => run.Looks),
        TimeSpan.FromSeconds(runs.Average(static run => run.EngineToCounted.TotalSeconds)), TimeSpan.FromSeconds(runs.Average(static run => run.EngineToShown.TotalSeconds)), TimeSpan.FromSeconds(runs.Average(static run => run.Azurite.TotalSeconds)), runs.Max(static run => run.Deepest), runs.Max(static run => run.PeakMemory));

    public double PerMention(Purpose purpose) => Requests[purpose] / (double)Mentions;

    /// <summary>The figures as they stand in a file.</summary>
    public object Document => new
    {
        Mentions,
        MentionsPerSecond,
        TransactionsPerMention,
        requests = Requests.ToDictionary(static count => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName($"{count.Key}"), static count => count.Value),
        looksAtResults = Looks,
        handedInSeconds = HandedIn.TotalSeconds,
        countedSeconds = Counted.TotalSeconds,
        shownSeconds = Shown.TotalSeconds,
        MicrosecondsPerMention,
        MicrosecondsToShown,
        azuriteMicrosecondsPerMention = Azurite.TotalMicroseconds / Mentions,
        deepestQueue = Deepest,
        peakMemoryBytes = PeakMemory,
    };
}
