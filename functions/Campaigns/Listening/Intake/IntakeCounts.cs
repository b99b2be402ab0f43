namespace Campaigns.Listening.Intake;

/// <summary>What became of the lines of one request.</summary>
public sealed class IntakeCounts
{
    /// <summary>The most refused lines that an answer shows.</summary>
    public const int MostShown = 1000;

    private readonly List<RefusedLine> refusedLines = [];
    private readonly SortedDictionary<string, long> refusedByReason = new(StringComparer.Ordinal);

    /// <summary>Lines that are mentions.</summary>
    public long Accepted { get; private set; }

    /// <summary>Accepted lines that use a hashtag of a campaign and count in its figures.</summary>
    public long Matched { get; private set; }

    /// <summary>Accepted lines that use no campaign's hashtag but have words of a topic: they count there alone, without their author.</summary>
    public long MatchedTopicsOnly { get; private set; }

    /// <summary>Accepted lines with a hashtag that only looks like one of a campaign; matched or not, this is no use of it.</summary>
    public long LookAlikes { get; private set; }

    /// <summary>Lines that were refused.</summary>
    public long Refused { get; private set; }

    /// <summary>How many were refused for which reason.</summary>
    public IReadOnlyDictionary<string, long> RefusedByReason => refusedByReason;

    /// <summary>The first refused lines.</summary>
    public IReadOnlyList<RefusedLine> RefusedLines => refusedLines;

    /// <summary>Columns of a CSV file that nothing was read from; null for other formats.</summary>
    public IReadOnlyList<string>? IgnoredColumns { get; set; }

    /// <summary>Whether the next refused line will be shown.</summary>
    internal bool ShowsMore => refusedLines.Count < MostShown;

    internal void Add(int line, LineMatch match, LineFaults faults)
    {
        if (faults.Reason is not { } reason)
        {
            Accepted++;
            Matched += match.HasFlag(LineMatch.Hashtag) ? 1 : 0;
            LookAlikes += match.HasFlag(LineMatch.LookAlike) ? 1 : 0;
            MatchedTopicsOnly += match.HasFlag(LineMatch.Topic) && !match.HasFlag(LineMatch.Hashtag) ? 1 : 0;
            return;
        }

        Refused++;
        refusedByReason[reason] = refusedByReason.GetValueOrDefault(reason) + 1;
        if (ShowsMore)
        {
            refusedLines.Add(new RefusedLine(line, reason, [.. faults.All]));
        }
    }
}
