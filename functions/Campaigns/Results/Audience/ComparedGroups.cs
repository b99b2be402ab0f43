namespace Campaigns.Results.Audience;

/// <summary>The groups of one dimension of which both the audience and the target population are known: shares are told among these, so that both sides are about the same people.</summary>
internal sealed class ComparedGroups
{
    private const int Fewest = 2;

    private readonly HashSet<AudienceRow> rows;

    /// <summary>Finds them.</summary>
    /// <param name="all">All groups of the dimension.</param>
    /// <param name="hidden">Which of them would tell of few people.</param>
    public ComparedGroups(IReadOnlyList<AudienceRow> all, IReadOnlyList<bool> hidden)
    {
        rows = [.. all.Where((row, number) => row is { Match.Why: null, People: not null } && !hidden[number])];
        People = rows.Sum(row => row.People!.Value);
        Population = rows.Sum(row => row.Population!.Value);
        Why = !all.Any(row => row.Match.Planned.Count > 0) ? "The plan names no audience of this dimension."
            : rows.Count < Fewest ? "It takes two groups whose people and target population are both known."
            : "None of the groups that can be compared was reached.";
    }

    /// <summary>Whether there is anything to compare.</summary>
    public bool IsAny => rows.Count >= Fewest && People > 0;

    /// <summary>Why there is not.</summary>
    public string Why { get; }

    /// <summary>Their people in the audience.</summary>
    public long People { get; }

    /// <summary>Their people in the target population.</summary>
    public long Population { get; }

    /// <summary>Whether a group is one of them.</summary>
    public bool Has(AudienceRow row) => IsAny && rows.Contains(row);
}
