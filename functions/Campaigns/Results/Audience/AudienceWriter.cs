using System.Globalization;
using Campaigns.Planning;
using Campaigns.Results.Metrics;
using Campaigns.Results.Reported;

namespace Campaigns.Results.Audience;

/// <summary>Shows who the audience was, group by group, and sets it against the target population of the plan: within one dimension, and where bands nest.</summary>
/// <param name="campaign">The campaign.</param>
/// <param name="entered">What people entered.</param>
/// <param name="figures">Takes what each number is worth.</param>
internal sealed class AudienceWriter(Campaign campaign, IEnumerable<Entry> entered, Figures figures)
{
    /// <summary>Until the campaign is closed somebody may still enter a group.</summary>
    private readonly string whyNull = campaign.ClosedAt is null ? FigureStatus.NotYet : FigureStatus.NotOffered;

    public IReadOnlyList<AudienceResponse> Write()
    {
        var series = entered.Where(entry => entry.Kind == EntryKind.Figure && entry.Side.IsOfGroup)
            .GroupBy(entry => (entry.Name, entry.Side.Broken.Key))
            .OrderBy(one => one.Key.Name, StringComparer.Ordinal).ThenBy(one => one.First().Side.Dimension, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.Key.Key, StringComparer.Ordinal)
            .ToList();
        if (series.Count == 0)
        {
            figures.Entered<long>("/audience", AudienceDefinitions.People, null, campaign.ClosedAt, whyNull);
            figures.Put("/audience", figures.All["/audience"] with { Why = "Nobody entered how an audience is made up, and no channel tells it yet." });
        }

        return [.. series.Select((one, index) => Of(string.Create(CultureInfo.InvariantCulture, $"/audience/{index}"), [.. Latest(one)]))];
    }

    /// <summary>Of each group the latest day.</summary>
    private static IEnumerable<Entry> Latest(IEnumerable<Entry> entries) =>
        entries.GroupBy(entry => entry.Series).Select(group => group.MaxBy(entry => entry.Date)!).OrderBy(entry => entry.Side.Group, StringComparer.OrdinalIgnoreCase);

    private AudienceResponse Of(string pointer, IReadOnlyList<Entry> entries)
    {
        var (side, latest) = (entries[0].Side, entries.MaxBy(entry => entry.Date)!);
        AudienceRow[] rows =
        [
            .. GroupMatch.Of(entries, [.. campaign.Audience.Where(group => string.Equals(group.Dimension, side.Dimension, StringComparison.OrdinalIgnoreCase))]).Select(AudienceRow.Of),
        ];
        var hidden = AudienceRow.Hidden(rows, campaign.SuppressBelow);
        var compared = new ComparedGroups(rows, hidden);
        var written = rows.Select((row, number) => new GroupWriter(campaign, figures, whyNull, compared, row, hidden[number])
            .Write(string.Create(CultureInfo.InvariantCulture, $"{pointer}/groups/{number}"))).ToList();
        return new AudienceResponse(
            latest.Name, side.Channel, side.Account, side.Scope, side.Post, side.Dimension!, latest.Content.Definition, latest.Content.Source, latest.Content.ReportedBy, written,
            compared.IsAny ? [.. written.Where(group => group is { HardToReach: true, UnderRepresented: true }).Select(group => group.Group)] : null,
            compared.IsAny ? null : compared.Why);
    }
}
