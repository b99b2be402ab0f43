using System.Text.Json;
using Azure.Data.Tables;
using Campaigns.Listening.Coverage;
using Campaigns.Planning;
using Campaigns.Storage;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results;

/// <summary>What results and timeline say about what was looked at.</summary>
public sealed class CoverageTests(AzuriteFixture azurite)
{
    /// <summary>The campaign's first moment: midnight in London.</summary>
    private static readonly DateTimeOffset Start = new(2015, 6, 4, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Figures_carry_the_part_that_was_searched_of_all_channels_or_of_their_own()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAsync(engine);

        Assert.Equal("0.75", Coverage(results, "/mentions"));
        Assert.Equal("0.75", Coverage(results, "/byHashtag/missingtype/contributors"));
        Assert.Equal("0.75", Coverage(results, "/byChannel/bluesky/potentialReach"));
        Assert.Equal("null", Coverage(results, "/byChannel/x/mentions"));
    }

    [Fact]
    public async Task Coverage_lists_searches_with_their_gaps_and_calls_only_what_is_not_searched_supplied()
    {
        await using var engine = await StartAsync();

        var entries = (await ListeningRun.ResultsAsync(engine)).GetProperty("coverage").EnumerateArray()
            .Select(entry => $"{entry.GetProperty("channel").GetString()} {entry.GetProperty("hashtag").GetString()} {entry.GetProperty("from").GetString()![11..13]}-{entry.GetProperty("to").GetString()![11..16]} {entry.GetProperty("state").GetString()} {(entry.TryGetProperty("asked", out var asked) ? asked.GetRawText() : "-")} {entry.GetProperty("got").GetRawText()}");

        Assert.Equal(
            [
                "x  10-11:00 supplied - 1",
                "bluesky missingtype 00-12:00 searched 7 1",
                "bluesky nationalbloodweek 00-06:00 not_asked 0 0",
                "bluesky nationalbloodweek 06-12:00 searched 3 0",
            ],
            entries);
    }

    [Fact]
    public async Task Rows_of_the_timeline_carry_the_part_of_them_that_was_searched()
    {
        await using var engine = await StartAsync();

        var hours = (await ListeningRun.TimelineAsync(engine, "hour")).GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("coverage").GetRawText());
        var day = Assert.Single((await ListeningRun.TimelineAsync(engine, "day")).GetProperty("rows").EnumerateArray());

        Assert.Equal(["0.5", "0.5", "0.5", "0.5", "1", "1", "1", "1", "1"], hours);
        Assert.Equal("0.75", day.GetProperty("coverage").GetRawText());
        Assert.Equal("""{"bluesky":0.75}""", day.GetProperty("coverageByChannel").GetRawText());
    }

    /// <summary>Twelve hours after the start Bluesky was searched for one hashtag all the time, and for the other half of it.</summary>
    private async Task<TestEngine> StartAsync()
    {
        var engine = await TestEngine.StartAsync(azurite, new TestClock(Start.AddHours(12)));
        var campaign = await SampleCampaign.PutAsync(engine);
        await SearchedAsync(engine, campaign, "missingtype", 0, asked: 7, got: 1);
        await SearchedAsync(engine, campaign, "nationalbloodweek", 6, asked: 3, got: 0);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", channel: "bluesky", createdAt: "2015-06-05T01:00:00Z"), Line.Of("2", createdAt: "2015-06-05T09:59:59Z"), Line.Of("3", createdAt: "2015-06-05T09:59:59Z", text: "nothing")));
        return engine;
    }

    private static Task<Azure.Response> SearchedAsync(TestEngine engine, Campaign campaign, string hashtag, int fromHour, long asked, long got) =>
        engine.Get<StorageRim>().Table(TableNames.Coverage).AddEntityAsync(new TableEntity($"missing-type.{campaign.Generation}", $"search|bluesky|{hashtag}|")
        {
            ["Channel"] = "bluesky",
            ["Hashtag"] = hashtag,
            ["Ledger"] = SearchLedgerBytes.Write(SearchLedger.Empty.Add(
                Start.AddHours(fromHour).ToUnixTimeSeconds(), Start.AddHours(12).ToUnixTimeSeconds(), SearchState.Searched, asked, got)),
        });

    private static string Coverage(JsonElement results, string pointer) => results.GetProperty("figures").GetProperty(pointer).GetProperty("coverage").GetRawText();
}
