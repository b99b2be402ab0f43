namespace Campaigns.Benchmarks.Made;

/// <summary>What a run's mentions are like.</summary>
/// <param name="Lines">How many lines are handed in, those that repeat a mention among them.</param>
/// <param name="Authors">From how many authors.</param>
/// <param name="Hours">Over how many hours.</param>
/// <param name="Seed">What they are made from.</param>
internal sealed record MentionShape(int Lines, int Authors, int Hours, int Seed)
{
    /// <summary>One line in so many is an earlier mention once more, with other engagement.</summary>
    public const int RepeatEvery = 100;

    /// <summary>Three hashtags, 24 hours, an author in four mentions, 1% repeats.</summary>
    public static MentionShape Of(int lines, int seed, double authorsEach = 0.25) => new(lines, Math.Max(1, (int)(lines * authorsEach)), 24, seed);
}
