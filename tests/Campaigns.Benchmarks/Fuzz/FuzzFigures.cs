namespace Campaigns.Benchmarks.Fuzz;

/// <summary>What a fuzz came to.</summary>
/// <param name="Seed">The seed, by which it can be run again.</param>
/// <param name="Rounds">How often every operation was asked.</param>
/// <param name="Sent">How many requests were sent.</param>
/// <param name="Statuses">How many answers had each status.</param>
/// <param name="Operations">What became of each operation's requests.</param>
/// <param name="Faults">Everything that is wrong, each with the request that shows it.</param>
internal sealed record FuzzFigures(
    int Seed, int Rounds, long Sent, IReadOnlyDictionary<string, long> Statuses, IReadOnlyDictionary<string, FuzzedOperation> Operations, IReadOnlyList<string> Faults);
