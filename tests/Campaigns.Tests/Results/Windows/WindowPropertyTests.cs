using System.Text.Json;
using Azure.Data.Tables;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Coverage;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;
using Campaigns.Results;
using Campaigns.Results.Metrics;
using Campaigns.Results.RollUps;
using Campaigns.Results.Timeline;
using Campaigns.Results.Windows;
using Campaigns.Storage;
using Campaigns.Tests.Listening.Cells;
using Campaigns.Tests.Results.RollUps;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Campaigns.Tests.Results.Windows;

/// <summary>Any mentions over six days, on one of which the clocks change, and any windows over them.</summary>
public sealed class WindowPropertyTests(AzuriteFixture azurite)
{
    private const int Days = 6;

    private const string Json = """
        { "name": "Clocks", "start": "START", "end": "END", "timeZone": "Europe/London", "hashtags": ["#a", "#b"], "suppressBelow": 0,
          "topics": [{ "id": "one", "any": ["one"] }, { "id": "two", "any": ["two"] }], "plan": { "tell": "t", "hear": "h", "act": "a" } }
        """;

    private static readonly DateTimeOffset Later = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(long Hour, MentionRecord Record)[]> Said =
        (from hour in Gen.Choose(0, (Days * 24) - 2)
         from key in Gen.Choose(1, 200)
         from author in Gen.Choose(0, 12)
         from record in RandomRecords.One
         select ((long)hour, record with
         {
             Key = (UInt128)(ulong)key << 64,
             Channel = key % 2 == 0 ? "x" : "bluesky",
             Author = author == 0 ? 0 : (UInt128)((author * 2) + (key % 2)),
             Topics = record.Topics & 3,
             Tags = record.Tags & 3,
         })).NonEmptyListOf().Select(said => said.ToArray());

    [Theory]
    [InlineData("2025-03-28", "2025-04-02")]
    [InlineData("2025-10-24", "2025-10-29")]
    public async Task Windows_that_make_up_the_campaign_add_up_to_it_in_every_figure_that_adds_up(string start, string end)
    {
        var campaign = await CampaignAsync(start, end);
        Prop.ForAll(Gen.Zip(Said, Gen.SubListOf(Enumerable.Range(1, Days - 1))).ToArbitrary(), run =>
        {
            var (rolled, whole) = Rolled(campaign, run.Item1);
            int[] cuts = [0, .. run.Item2.Order(), Days];
            ResultsResponse[] windows = [.. cuts.Zip(cuts.Skip(1), (from, to) => Window(campaign, rolled, from, to - 1))];
            Assert.Equal(campaign.StartsAt.ToDateTimeOffset(), windows[0].From);
            Assert.Equal(campaign.EndsAt.ToDateTimeOffset(), windows[^1].To);
            foreach (var (pointer, figure) in whole.Figures.Where(figure => AddsUp(figure.Key, figure.Value)))
            {
                Assert.True(
                    (figure.Value ?? 0) == windows.Sum(window => window.Figures.GetValueOrDefault(pointer)?.Value ?? 0),
                    $"{pointer}: {figure.Value} and {string.Join(" + ", windows.Select(window => window.Figures.GetValueOrDefault(pointer)?.Value))}");
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task A_window_of_a_day_says_what_the_timeline_says_of_it()
    {
        var open = await CampaignAsync("2025-03-28", "2025-04-02");
        Prop.ForAll(Gen.Zip(Said, Gen.Elements(0, 3, 5)).ToArbitrary(), run =>
        {
            var campaign = open with { SuppressBelow = run.Item2 };
            var (rolled, _) = Rolled(campaign, run.Item1);
            var writer = new TimelineWriter(campaign, CoverageHours.Of([], campaign, CoveragePlan.None, Later));
            foreach (var row in writer.Days(rolled.Summary, rolled.Heard, new SentimentSums(campaign, [])).Rows)
            {
                var day = Period.DaysBetween(DayWindow.Of(campaign).From, LocalDate.FromDateTime(row.From.DateTime));
                var window = Window(campaign, rolled, day, day);
                Assert.Equal((row.From, row.To, row.Mentions, row.Uses.Total), (window.From, window.To, window.Mentions, window.Uses.Total));
                if (rolled.Heard.Count > 1)
                {
                    Assert.Equal((row.Contributors, row.PotentialReach, row.PotentialImpressions), (window.Contributors, window.PotentialReach, window.PotentialImpressions));
                    Assert.Equal(row.Suppressed.Contains("contributors"), window.Figures["/contributors"].Status == FigureStatus.Suppressed);
                }
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task No_windows_can_be_subtracted_from_each_other_or_from_the_whole_to_tell_of_a_day_that_is_hidden()
    {
        var campaign = await CampaignAsync("2025-03-28", "2025-04-02") with { SuppressBelow = 5 };
        Prop.ForAll(Said.ToArbitrary(), said =>
        {
            var (rolled, _) = Rolled(campaign, said);
            var told = Windows().Where(window => Window(campaign, rolled, window.From, window.To).Figures["/potentialImpressions"].Status != FigureStatus.Suppressed);
            var hidden = new PeopleDisclosure([.. rolled.Heard.Select(day => day.Totals.Authors!)], rolled.Summary!.Totals.Authors, 5).Impressions;
            var first = DayWindow.Of(campaign).From;
            int[] days = [.. rolled.Heard.Where((_, day) => hidden[day]).Select(day => Period.DaysBetween(first, NodaTime.Text.LocalDatePattern.Iso.Parse(day.Day).Value))];
            AssertNoneIsTold(days, told);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_days_are_hidden_no_sums_that_are_told_give_one_of_them() => Prop.ForAll(Gen.Elements(true, false).ArrayOf(Days).ToArbitrary(), hidden =>
        AssertNoneIsTold(
            [.. Enumerable.Range(0, Days).Where(day => hidden[day])],
            Windows().Where(window => WindowDisclosure.IsTold(hidden, [.. Enumerable.Range(window.From, window.To - window.From + 1)])))).QuickCheckThrowOnFailure();

    /// <summary>Where a single day is hidden, the whole tells it: that is for the timeline to avoid, not for windows.</summary>
    private static void AssertNoneIsTold(int[] hidden, IEnumerable<(int From, int To)> told)
    {
        if (hidden.Length < 2)
        {
            return;
        }

        var rows = told.Append((From: 0, To: Days - 1)).Select(window => Enumerable.Range(0, Days).Select(day => day >= window.From && day <= window.To ? 1.0 : 0).ToArray()).ToList();
        var rank = Rank(rows);
        Assert.All(hidden, day => Assert.Equal(rank + 1, Rank([.. rows, [.. Enumerable.Range(0, Days).Select(other => other == day ? 1.0 : 0)]])));
    }

    /// <summary>How many of these equations are independent of each other.</summary>
    private static int Rank(IEnumerable<double[]> equations)
    {
        var (rows, rank) = (equations.Select(row => row.ToArray()).ToArray(), 0);
        for (var column = 0; column < Days; column++)
        {
            if (Array.FindIndex(rows, rank, row => Math.Abs(row[column]) > 1e-9) is var pivot and >= 0)
            {
                (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
                foreach (var row in rows.Skip(rank + 1))
                {
                    var times = row[column] / rows[rank][column];
                    for (var at = column; at < Days; at++)
                    {
                        row[at] -= times * rows[rank][at];
                    }
                }

                rank++;
            }
        }

        return rank;
    }

    private static IEnumerable<(int From, int To)> Windows() =>
        from start in Enumerable.Range(0, Days) from end in Enumerable.Range(start, Days - start) where end - start + 1 < Days select (start, end);

    private static bool AddsUp(string pointer, Figure figure) =>
        MetricRegistry.Every.FirstOrDefault(metric => metric.Key == figure.Definition) is { Additivity: Additivity.Sum }
        && pointer.Split('/') is not ([_, _, _, "potentialImpressions"] or [_, "sentiment", "byChannel" or "byTopic" or "byLanguage", ..]);

    private static ResultsResponse Window(Campaign campaign, RolledUp rolled, int from, int to)
    {
        var first = DayWindow.Of(campaign).From;
        return WindowWriter.Write(campaign, new DayWindow(first.PlusDays(from), first.PlusDays(to)), rolled, ResultsSources.None(CoveragePlan.None, Later));
    }

    private static (RolledUp Rolled, ResultsResponse Whole) Rolled(Campaign campaign, (long Hour, MentionRecord Record)[] said)
    {
        var (store, fold) = (new FoldStore(), new CampaignFold(FoldPlan.Of(campaign, SupporterList.None)));
        foreach (var (hour, record) in said.DistinctBy(one => one.Record.Key))
        {
            store.Merge(new CellId("c", "g", (campaign.StartsAt.ToUnixTimeSeconds() / 3600) + hour), record);
        }

        foreach (var cell in fold.Missing(store.Versions)!)
        {
            Assert.True(fold.Add(cell.Id, store[cell.Id]));
        }

        var (summary, rows) = fold.End(Later);
        DayTotals[] days = [.. rows.Where(row => row.Key.StartsWith("day", StringComparison.Ordinal)).Select(row => JsonSerializer.Deserialize<DayTotals>(LongText.Read(row.Fill(new TableEntity())))!)];
        return (new RolledUp(summary, days, []), ResultsWriter.Write(campaign, summary, ResultsSources.None(CoveragePlan.None, Later)));
    }

    private async Task<Campaign> CampaignAsync(string start, string end)
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        return await SampleCampaign.PutAsync(engine, "clocks", Json.Replace("START", start, StringComparison.Ordinal).Replace("END", end, StringComparison.Ordinal));
    }
}
