namespace Campaigns.Benchmarks.Chaos;

/// <summary>What a run came to.</summary>
/// <param name="Mentions">How many lines there were.</param>
/// <param name="HandedIn">How many were handed in, those of requests that broke off among them.</param>
/// <param name="Kills">How many workers were killed.</param>
/// <param name="Replayed">How many messages were given up and went back.</param>
/// <param name="Erasures">How many erasures were asked for while it went on.</param>
/// <param name="Faults">What went wrong at the wire, and how often.</param>
/// <param name="Wrong">The figures that are wrong.</param>
/// <param name="Took">How long it took.</param>
/// <param name="PeakMemory">The most memory that a worker held, in bytes.</param>
internal sealed record ChaosFigures(
    int Mentions, long HandedIn, int Kills, long Replayed, int Erasures, IReadOnlyDictionary<string, int> Faults, IReadOnlyList<string> Wrong, TimeSpan Took, long PeakMemory);
