namespace Campaigns.Results.Audience;

/// <summary>
/// The groups of one dimension of which both the audience and the target population are known, all of one base and all of a sample or none: shares are told
/// among these, so that both sides are about the same people. People of two bases cannot be added up: 100 of 1,000 and 1,000 of 10,000 are the same part.
/// </summary>
internal sealed class ComparedGroups
{
    private const int Fewest = 2;

    private readonly HashSet<AudienceRow> rows;

    /// <summary>Finds them.</summary>
    /// <param name="all">All groups of the dimension.</param>
    /// <param name="hidden">Which of them would tell of few people.</param>
    public ComparedGroups(IReadOnlyList<AudienceRow> all, IReadOnlyList<bool> hidden)
    {
        AudienceRow[] known = [.. all.Where((row, number) => row is { Match.Why: null, People: not null } && !hidden[number])];
        // Of several bases the one that most groups are of; of two alike the later one.
        rows = [.. known.Where(row => row.IsOfOneBase).GroupBy(row => (row.Base, row.IsSample))
            .OrderByDescending(same => same.Count()).ThenByDescending(same => same.Max(row => row.Latest)).ThenByDescending(same => same.Key).FirstOrDefault() ?? Enumerable.Empty<AudienceRow>()];
        People = rows.Sum(row => row.People!.Value);
        Population = rows.Sum(row => row.Population!.Value);
        Why = !all.Any(row => row.Match.Planned.Count > 0) ? "The plan names no audience of this dimension."
            : known.Length < Fewest ? "It takes two groups whose people and target population are both known."
            : rows.Count < Fewest ? "The groups are of different bases, or only some are of a sample: their people cannot be added up."
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

    /// <summary>Why a group that is known on both sides is none of them.</summary>
    public string WhyNot => IsAny
        ? "It is of another base than the groups that are compared, or only one of them is a sample: their people cannot be added up."
        : Why;
}
