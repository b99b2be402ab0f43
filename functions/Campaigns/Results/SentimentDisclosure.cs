using Campaigns.Insight;

namespace Campaigns.Results;

/// <summary>
/// Which figures of the parts of one dimension may not be told of: parts of few mentions or few people, small figures of the others, and what subtraction from
/// a part's base or from the campaign's own figures would give away.
/// </summary>
internal sealed class SentimentDisclosure
{
    private const int Feelings = 4;

    private readonly long[][] counts;
    private readonly bool[][] hidden;
    private readonly bool[] fewInPart;
    private readonly int below;

    /// <summary>Decides.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="people">How many people wrote the mentions of each part; 0 where nobody knows, and mentions are all there is to go by.</param>
    /// <param name="below">Figures of fewer mentions or people than this, and of any at all, are hidden.</param>
    /// <param name="hiddenElsewhere">Which parts another figure of the same answer hides, so that they are hidden here too.</param>
    public SentimentDisclosure(IReadOnlyList<InsightCounts> parts, IReadOnlyList<long> people, int below, IReadOnlyList<bool>? hiddenElsewhere = null)
    {
        this.below = below;
        counts = [.. parts.Select(part => new[] { part.Positive, part.Neutral, part.Negative, part.Mixed })];
        var few = Disclosure.Hidden([.. parts.Select(part => part.Analysed)], below);
        var fewPeople = Disclosure.Hidden([.. parts.Select((part, number) => people[number] > 0 ? people[number] : part.Analysed)], below);
        fewInPart = [.. few.Select((isFew, part) => isFew || fewPeople[part] || hiddenElsewhere?[part] == true)];

        // Of a part whose base is hidden the zeros are unknown too.
        hidden = [.. counts.Select((part, number) => part.Select(count => fewInPart[number] || (count > 0 && count < below)).ToArray())];
        while (HideMore())
        {
        }
    }

    /// <summary>Whether a part's base is hidden, and with it all of it.</summary>
    public bool IsHidden(int part) => fewInPart[part];

    /// <summary>Whether a figure is hidden: positive, neutral, negative, mixed.</summary>
    public bool IsHidden(int part, int feeling) => hidden[part][feeling];

    private bool HideMore()
    {
        var more = false;
        for (var part = 0; part < counts.Length; part++)
        {
            more |= !fewInPart[part] && Complete([.. Enumerable.Range(0, Feelings).Select(feeling => (part, feeling))]);
        }

        for (var feeling = 0; feeling < Feelings; feeling++)
        {
            more |= Complete([.. Enumerable.Range(0, counts.Length).Select(part => (part, feeling))]);
        }

        return more;
    }

    /// <summary>
    /// What is hidden together can be subtracted together: it must be several figures, one of them of enough mentions. Of equal figures all are
    /// hidden, as <see cref="Disclosure"/> says.
    /// </summary>
    private bool Complete((int Part, int Feeling)[] line)
    {
        var together = line.Where(cell => hidden[cell.Part][cell.Feeling]).ToList();
        if (together.Count == 0 || (together.Count > 1 && together.Any(cell => Count(cell) >= below)))
        {
            return false;
        }

        var left = line.Where(cell => !hidden[cell.Part][cell.Feeling] && Count(cell) >= below).ToList();
        foreach (var cell in left.Where(cell => Count(cell) == left.Min(Count)))
        {
            hidden[cell.Part][cell.Feeling] = true;
        }

        return left.Count > 0;
    }

    private long Count((int Part, int Feeling) cell) => counts[cell.Part][cell.Feeling];
}
