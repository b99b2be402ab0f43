namespace Campaigns.EndToEnd.Leaks;

/// <summary>How much is handed in, and what is planted in it.</summary>
/// <param name="Mentions">How many mentions count.</param>
/// <param name="Each">How many of them say a datum of each kind.</param>
/// <param name="Seed">What chance is made from.</param>
/// <param name="Limit">After how long it is given up.</param>
internal sealed record LeakPlan(int Mentions, int Each, int Seed, TimeSpan Limit);

/// <summary>What a run came to.</summary>
/// <param name="Mentions">How many mentions the engine counted.</param>
/// <param name="Planted">How much was planted, by kind.</param>
/// <param name="Refused">How many lines were refused.</param>
/// <param name="Poison">How many messages were poison while somebody looked, by queue.</param>
/// <param name="Bytes">How many bytes were looked at, by place, whatever they were unwrapped from.</param>
/// <param name="Leaks">What was found.</param>
/// <param name="Took">How long all of it took.</param>
internal sealed record LeakFigures(
    long Mentions,
    IReadOnlyDictionary<string, int> Planted,
    long Refused,
    IReadOnlyDictionary<string, int> Poison,
    IReadOnlyDictionary<string, long> Bytes,
    IReadOnlyCollection<Leak> Leaks,
    TimeSpan Took);
