namespace Campaigns.Benchmarks.Chaos;

/// <summary>How rough a run is.</summary>
/// <param name="Mentions">How many lines are handed in.</param>
/// <param name="Workers">How many engine processes share the storage.</param>
/// <param name="Seed">What everything random is made from.</param>
/// <param name="Storm">For how long workers are killed at most; shorter where everything is counted before.</param>
/// <param name="Limit">How long the whole may take.</param>
internal sealed record ChaosPlan(int Mentions, int Workers, int Seed, TimeSpan Storm, TimeSpan Limit)
{
    /// <summary>How many lines a request carries.</summary>
    public int LinesEach => Math.Max(500, Mentions / 40);
}
