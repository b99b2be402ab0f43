namespace Campaigns.Benchmarks.Soak;

/// <summary>What a run came to.</summary>
/// <param name="Lines">Lines handed in.</param>
/// <param name="Signed">Bodies of them that were signed.</param>
/// <param name="Posts">Posts that were put.</param>
/// <param name="Told">Posts that a receiver was told of.</param>
/// <param name="Samples">What the engine looked like each ten seconds.</param>
/// <param name="Times">How many milliseconds the calls of each kind took, in order.</param>
/// <param name="Errors">Answers and lines of the log that should not be.</param>
/// <param name="Poison">Messages that were given up.</param>
/// <param name="Wrong">Figures and posts that are not as they must be.</param>
/// <param name="Settled">How long after the load everything was counted, published and shown.</param>
internal sealed record SoakFigures(
    int Lines, int Signed, int Posts, int Told, IReadOnlyList<SoakSample> Samples, IReadOnlyDictionary<string, double[]> Times, IReadOnlyList<string> Errors, int Poison, IReadOnlyList<string> Wrong, TimeSpan Settled);
