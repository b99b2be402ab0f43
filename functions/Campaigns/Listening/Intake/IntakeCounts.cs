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

    /// <summary>Accepted lines that count in a campaign; of the others nothing is kept.</summary>
    public long Matched { get; private set; }

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

    internal void Add(int line, bool isMatched, LineFaults faults)
    {
        if (faults.Reason is not { } reason)
        {
            Accepted++;
            Matched += isMatched ? 1 : 0;
            return;
        }

        Refused++;
        refusedByReason[reason] = refusedByReason.GetValueOrDefault(reason) + 1;
        if (ShowsMore)
        {
            refusedLines.Add(new RefusedLine(line, reason, faults.All));
        }
    }
}
