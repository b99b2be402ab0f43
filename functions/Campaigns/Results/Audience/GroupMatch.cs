using Campaigns.Planning;
using Campaigns.Results.Reported;

namespace Campaigns.Results.Audience;

/// <summary>A group as it was entered, set against the same group of the plan.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Entered">The entries that make it up.</param>
/// <param name="Planned">The plan's groups that make it up.</param>
/// <param name="Why">Why the two cannot be compared; null where they can.</param>
internal sealed record GroupMatch(string Name, IReadOnlyList<Entry> Entered, IReadOnlyList<AudienceGroup> Planned, string? Why)
{
    /// <summary>Matches the groups of one dimension: by name, and bands where those of one side lie side by side within one of the other's, or both span the same.</summary>
    public static IReadOnlyList<GroupMatch> Of(IReadOnlyList<Entry> entered, IReadOnlyList<AudienceGroup> planned)
    {
        List<Part> parts =
        [
            .. entered.Select(entry => new Part(entry.Side.Group!, entry, null, Band.Of(entry.Side.Group!))),
            .. planned.Select(group => new Part(group.Group, null, group, Band.Of(group.Group))),
        ];
        return
        [
            .. Spans([.. parts.Where(part => part.Band is not null).OrderBy(part => part.Band!.From).ThenBy(part => part.Band!.To)]).SelectMany(Bands),
            .. parts.Where(part => part.Band is null).GroupBy(part => part.Name, StringComparer.OrdinalIgnoreCase).Select(same => Of(same.First().Name, [.. same])),
        ];
    }

    /// <summary>Bands that touch each other, from one gap to the next place where every band that began has ended.</summary>
    private static IEnumerable<IReadOnlyList<Part>> Spans(IReadOnlyList<Part> ordered)
    {
        var (span, to) = (new List<Part>(), -1);
        foreach (var part in ordered)
        {
            if (span.Count > 0 && part.Band!.From > to)
            {
                yield return span;
                span = [];
            }

            to = span.Count == 0 ? part.Band!.To : Math.Max(to, part.Band!.To);
            span.Add(part);
        }

        if (span.Count > 0)
        {
            yield return span;
        }
    }

    private static IEnumerable<GroupMatch> Bands(IReadOnlyList<Part> span)
    {
        Part[] said = [.. span.Where(part => part.Entry is not null)], meant = [.. span.Where(part => part.Planned is not null)];
        if (said.Length + meant.Length == 1 || (said.Length == 0 && IsTiled(meant)) || (meant.Length == 0 && IsTiled(said)))
        {
            return span.Select(part => Of(part.Name, [part]));
        }

        if (IsTiled(said) && IsTiled(meant) && said.Length > 0 && meant.Length > 0 && Whole(said) == Whole(meant))
        {
            return [Of(said.Length == 1 ? said[0].Name : meant.Length == 1 ? meant[0].Name : Whole(said).ToString(), span)];
        }

        var why = $"{Names(said)} and {Names(meant)} of the plan begin or end at different places, or overlap: neither nests in the other.";
        return span.Select(part => Of(part.Name, [part]) with { Why = meant.Length == 0 ? "The groups overlap: somebody may be in several." : why });
    }

    private static GroupMatch Of(string name, IReadOnlyList<Part> parts)
    {
        var match = new GroupMatch(name, [.. parts.Select(part => part.Entry).OfType<Entry>()], [.. parts.Select(part => part.Planned).OfType<AudienceGroup>()], null);
        return match with
        {
            Why = match.Planned.Count == 0 ? "The plan names no such group."
                : match.Entered.Count == 0 ? "Nobody entered a figure of this group."
                : match.Planned.Any(group => group.Population is null or 0) ? "The plan does not say how many people this group has."
                : null,
        };
    }

    private static bool IsTiled(IReadOnlyList<Part> parts) => Band.Tile([.. parts.Select(part => part.Band!)]);

    private static Band Whole(IReadOnlyList<Part> parts) => new(parts[0].Band!.From, parts[^1].Band!.To);

    private static string Names(IReadOnlyList<Part> parts) => string.Join(", ", parts.Select(part => part.Name));

    private sealed record Part(string Name, Entry? Entry, AudienceGroup? Planned, Band? Band);
}
