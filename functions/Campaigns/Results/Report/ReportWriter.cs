using System.Text.Json;
using Campaigns.Planning;
using Campaigns.Results.RollUps;
using NodaTime;

namespace Campaigns.Results.Report;

/// <summary>Makes the report of what results, days and supporters say.</summary>
internal static class ReportWriter
{
    public static CampaignReport Write(
        Campaign campaign, ResultsResponse results, Summary? summary, IReadOnlyList<DayTotals> days, IReadOnlyList<SupporterTotals> supporters, DateTimeOffset now)
    {
        using var document = JsonDocument.Parse(campaign.Document);
        var plan = document.RootElement.GetProperty("plan");
        var figures = new CitedFigures(campaign, results);
        var own = new OwnStory(results, figures);
        ReportSentence[] story = [.. new CountedStory(campaign, results, figures).Write(), .. new ComparedStory(results, figures).Write(), .. new ReportedStory(results, figures).Write(), .. own.Write()];
        var objectives = new ObjectiveRows(campaign, results, figures).Write();
        return new CampaignReport
        {
            CampaignId = campaign.Id.Value,
            Name = ReportWords.Plain(campaign.Name),
            Owner = document.RootElement.TryGetProperty("owner", out var owner) && owner.GetString() is { } text ? ReportWords.Plain(text) : null,
            Hashtags = [.. campaign.Hashtags.Select(tag => tag.Tag.ToString())],
            FirstDay = ShownNumbers.DayOf(campaign.StartsAt, campaign.TimeZone),
            LastDay = ShownNumbers.DayOf(campaign.EndsAt - Duration.Epsilon, campaign.TimeZone),
            TimeZone = campaign.TimeZone.Id,
            AsOf = LocalTimes.Of(results.AsOf, campaign.TimeZone),
            Plan = new ReportPlan(Words("tell"), Words("hear"), Words("act")),
            Story = story,
            Objectives = objectives,
            Comparison = ComparedRows.Of(results, figures),
            Timeline = TimelineRows.Of(campaign, results.AsOf is null ? null : days, now),
            Channels = [.. results.ByChannel.OrderByDescending(channel => channel.Value.Uses).ThenBy(channel => channel.Key, StringComparer.Ordinal).Select(channel => Channel(channel.Key, channel.Value))],
            Supporters = Supporters(campaign, summary, supporters, isPart: results.Window is not null) with { Active = own.Active() },
            NotKnown = new GapsWriter(campaign, results, figures).Write(objectives),
            Limits = LimitsWriter.Write(results),
            Figures = figures.All,
        };

        string Words(string name) => ReportWords.Plain(plan.GetProperty(name).GetString()!);
        ReportChannel Channel(string channel, ChannelResponse said) => new(
            channel, ReportWords.Channel(channel),
            figures.Cell($"/byChannel/{channel}/mentions", said.Mentions), figures.Cell($"/byChannel/{channel}/uses", said.Uses),
            figures.Cell($"/byChannel/{channel}/contributors", said.Contributors), figures.Cell($"/byChannel/{channel}/potentialReach", said.PotentialReach));
    }

    /// <summary>Whom the campaign names; of the others how many they are, where they are not few.</summary>
    private static ReportSupporters Supporters(Campaign campaign, Summary? summary, IReadOnlyList<SupporterTotals> supporters, bool isPart)
    {
        var others = summary?.Totals.Authors?.Contributors - summary?.Named;
        var status = isPart ? FigureStatus.NotOffered : others is not { } count ? FigureStatus.NotYet
            : Disclosure.IsFew(count, campaign.SuppressBelow) ? FigureStatus.Suppressed
            : count == 0 ? FigureStatus.Zero : FigureStatus.Value;
        var isShown = status is FigureStatus.Value or FigureStatus.Zero;
        return new ReportSupporters(
            [.. supporters.Take(ReportSupporters.Most).Select(one => new ReportSupporter(ReportWords.Plain(one.Name), one.Kind, ReportWords.Channel(one.Channel), one.Mentions, one.Uses))],
            Math.Max(0, supporters.Count - ReportSupporters.Most),
            new ReportCell(isShown ? others : null, status, isShown ? ShownNumbers.Number(others!.Value) : ReportWords.Short(status)));
    }
}
