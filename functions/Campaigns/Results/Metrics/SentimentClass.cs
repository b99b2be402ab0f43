namespace Campaigns.Results.Metrics;

/// <summary>
/// What a score of sentiment amounts to. The classes are symmetric: a score and its opposite land in mirrored classes, so that neither praise
/// nor complaint is harder to come by.
/// </summary>
public sealed record SentimentClass
{
    /// <summary>Scores nearer to 0 than this are neutral, on both sides.</summary>
    public const double Border = 0.05;

    private SentimentClass(string name) => Name = name;

    /// <summary>Scores of at least <see cref="Border"/>.</summary>
    public static SentimentClass Positive { get; } = new("positive");

    /// <summary>Scores between.</summary>
    public static SentimentClass Neutral { get; } = new("neutral");

    /// <summary>Scores of at most minus <see cref="Border"/>.</summary>
    public static SentimentClass Negative { get; } = new("negative");

    /// <summary>Its name in answers.</summary>
    public string Name { get; }

    /// <summary>The class of the opposite score.</summary>
    public SentimentClass Mirrored => this == Positive ? Negative : this == Negative ? Positive : Neutral;

    /// <summary>The class of a score.</summary>
    /// <param name="score">From -1, the most negative, to 1.</param>
    public static SentimentClass Of(double score)
    {
        if (!(Math.Abs(score) <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(score), score, "A score lies between -1 and 1.");
        }

        return Math.Abs(score) < Border ? Neutral : score > 0 ? Positive : Negative;
    }

    /// <inheritdoc />
    public override string ToString() => Name;
}
