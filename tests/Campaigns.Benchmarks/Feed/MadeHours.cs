using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Campaigns.Benchmarks.Cpu;
using Campaigns.EndToEnd.Support;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;
using Campaigns.Results.RollUps;
using Campaigns.Storage;

namespace Campaigns.Benchmarks.Feed;

/// <summary>What a roll-up would have stored of a campaign with every channel, kind and number of hashtags in every hour: the heaviest days that there can be.</summary>
/// <param name="Rows">How many rows of uses that is.</param>
/// <param name="Uses">How many uses.</param>
/// <param name="RowsOfAnHour">How many rows each hour has.</param>
internal sealed record MadeHours(int Rows, long Uses, int RowsOfAnHour)
{
    public const string SomeHour = "2015-06-08T10:00:00Z";
    public const string NextHour = "2015-06-08T11:00:00Z";

    private const int Hashtags = 64;
    private const int Days = 10;
    private const string Campaign = "heavy";

    public static async Task<MadeHours> WriteAsync(EngineProcess engine, EngineStorage storage)
    {
        var json = JsonSerializer.Serialize(new
        {
            name = "Heavy",
            start = "2015-06-05",
            end = "2015-06-21",
            timeZone = "Europe/London",
            hashtags = Enumerable.Range(0, Hashtags).Select(number => $"#tag{number:00}"),
            plan = new { tell = "t", hear = "h", act = "a" },
        });
        using var put = await engine.Http.PutAsync($"api/campaigns/{Campaign}", new StringContent(json, Encoding.UTF8, "application/json"));
        if (put.StatusCode != HttpStatusCode.Created)
        {
            throw new BenchmarkException($"The campaign was answered with {(int)put.StatusCode}: {await put.Content.ReadAsStringAsync()}");
        }

        await using var parts = await InProcessEngine.StartAsync(storage, makesTables: false);
        var campaign = (await parts.Get<CampaignTable>().FindAsync(CampaignId.TryParse(Campaign, out var id) ? id : default, default))!;
        var table = parts.Get<StorageRim>().Table(TableNames.Summaries);
        var (rows, uses, first) = (0, 0L, new DateTimeOffset(2015, 6, 4, 23, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds() / 3600);
        var written = new List<RollUpRow>();
        for (var day = 0; day < Days; day++)
        {
            HourPart[] hours = [.. Enumerable.Range(0, 24).SelectMany(hour => Hour(first + (day * 24) + hour))];
            var name = new DateTime(2015, 6, 5).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            written.Add(RollUpRow.Of(SummaryRows.HoursPrefix + name, HourPartBytes.Write(hours)));
            await table.UpsertEntityAsync(SummaryRows.ToRow(CampaignPartition.Of(campaign), written[^1]), TableUpdateMode.Replace);
            (rows, uses) = (rows + hours.Sum(part => part.Uses.Count), uses + hours.Sum(part => part.Uses.Values.Sum()));
        }

        var nothing = new KnownSum(0, 0, 0);
        var totals = new Totals { Mentions = 0, WithoutAuthor = 0, Own = 0, Uses = new Dictionary<int, long>(), Kinds = [0, 0, 0, 0], Authors = null, Impressions = nothing, Likes = nothing, Shares = nothing, Comments = nothing, Views = nothing };
        // Of any other plan the engine would roll it up anew, from cells that are not there.
        var plan = FoldPlan.Of(campaign, await parts.Get<SupporterTable>().ReadAsync(campaign, default)).ToString();
        var summary = new Summary(campaign.StartsAt.ToDateTimeOffset(), plan, totals, new Dictionary<string, ChannelTotals>()) { DaysStamp = SummaryRows.StampOf([]) };
        var row = SummaryRows.ToRow(CampaignPartition.Of(campaign), SummaryRows.Summary, summary.Plan, JsonSerializer.Serialize(summary));
        row[SummaryRows.Hours] = HoursDigests.Write(written);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace);
        return new MadeHours(rows, uses, rows / Days / 24);
    }

    private static IEnumerable<HourPart> Hour(long hour) =>
        from channel in Channel.All
        from kind in Enumerable.Range(0, 4)
        select new HourPart(hour, channel, kind)
        {
            Mentions = 100,
            WithoutAuthor = 3,
            Own = 1,
            Likes = new KnownSum(500, 90, 10),
            Shares = new KnownSum(50, 90, 10),
            Comments = new KnownSum(5, 90, 10),
            Views = new KnownSum(0, 0, 100),
            Uses = Enumerable.Range(0, Hashtags).ToDictionary(tag => tag, tag => (hour + kind + tag) % 97 + 1),
        };
}
