using Campaigns.Results.Reported;
using NodaTime;

namespace Campaigns.Results.Audience;

/// <summary>A group as far as numbers of it are known.</summary>
/// <param name="Match">What makes it up.</param>
/// <param name="People">Its people; null where they are not known.</param>
/// <param name="Base">Of how many; null where that is not known.</param>
/// <param name="IsSample">Whether those are a sample.</param>
internal sealed record AudienceRow(GroupMatch Match, long? People, long? Base, bool IsSample)
{
    /// <summary>Its target population; null where the plan does not say.</summary>
    public long? Population => Match.Planned.Count == 0 || Match.Planned.Any(group => group.Population is null) ? null : Match.Planned.Sum(group => group.Population);

    /// <summary>Whether the plan says that it is hard to reach.</summary>
    public bool IsHardToReach => Match.Planned.Any(group => group.HardToReach);

    /// <summary>Whether its parts are of one base, and all of a sample or none.</summary>
    public bool IsOfOneBase => Base is not null && Match.Entered.All(entry => entry.Content.IsSample == IsSample);

    /// <summary>The latest day of its parts.</summary>
    public LocalDate Latest => Match.Entered.Max(entry => entry.Date);

    /// <summary>Why its number is not known, where somebody entered so.</summary>
    public string? WhyUnknown => Match.Entered.FirstOrDefault(entry => entry.Content.Value is null)?.Content.Status;

    /// <summary>Adds up what makes a group; one unknown part makes it unknown.</summary>
    public static AudienceRow Of(GroupMatch match)
    {
        long?[] people = [.. match.Entered.Select(PeopleOf)];
        long?[] bases = [.. match.Entered.Select(entry => entry.Content.Base).Distinct()];
        return new AudienceRow(
            match, people.Length == 0 || people.Contains(null) ? null : people.Sum(), bases is [var only] ? only : null, match.Entered.Any(entry => entry.Content.IsSample));
    }

    /// <summary>
    /// Which groups would tell of few people: they are few, or few are left without them, or others could be subtracted from the base. Those whose
    /// group is known and stands in no row are a part of the base too.
    /// </summary>
    public static bool[] Hidden(IReadOnlyList<AudienceRow> rows, int below)
    {
        var hidden = new bool[rows.Count];
        foreach (var same in rows.Index().Where(row => row.Item.People is not null).GroupBy(row => row.Item.Base))
        {
            long[] people = [.. same.Select(row => row.Item.People!.Value)];
            long whole = same.Key ?? people.Sum();
            long[] all = [.. people, Math.Max(0, whole - people.Sum())];
            var few = Disclosure.Hidden(all, below, PartOverlap.OfSome(all, whole));
            foreach (var (number, row) in same.Index())
            {
                hidden[row.Index] = few[number] || Disclosure.IsFew(whole, below);
            }
        }

        return hidden;
    }

    private static long? PeopleOf(Entry entry) => entry.Content is { Value: { } value } content
        ? content.Unit == BreakdownRules.Percent ? (long)Math.Round(value / 100 * content.Base!.Value, MidpointRounding.AwayFromZero) : (long)value
        : null;
}
