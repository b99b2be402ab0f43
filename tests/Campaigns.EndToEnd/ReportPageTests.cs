using System.Globalization;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

/// <summary>The report in a browser: on a screen, on a telephone, on paper, and as axe-core sees it.</summary>
[Collection(EngineTests.Name)]
public sealed class ReportPageTests(AzuriteFixture azurite)
{
    private const string Document = """
        { "name": "Missing Type", "owner": "Blood donation communications team", "start": "2015-06-05", "end": "2015-06-21", "timeZone": "Europe/London",
          "hashtags": ["#MissingType", "#NationalBloodWeek"],
          "plan": { "tell": "As, Bs and Os are missing: new blood donors are needed.", "hear": "What keeps people from giving blood.", "act": "Open sessions where people ask for them." },
          "objectives": [
            { "metric": "uses", "layer": "output", "target": 100 }, { "metric": "contributors", "layer": "outtake", "target": 900 },
            { "metric": "registrations", "layer": "outcome", "target": 40000, "by": "2015-12-31" }
          ] }
        """;

    [Fact]
    public async Task Nothing_is_fetched_nothing_is_violated_it_fits_a_telephone_and_the_story_is_the_first_sheet()
    {
        await using var engine = await EngineProcess.StartAsync(new(azurite.ConnectionString, AzuriteFixture.NewPrefix()));
        await engine.CreateAsync("api/campaigns/missing-type", Document);
        await engine.CreateAsync("api/campaigns/missing-type/supporters", """[{ "channel": "x", "id": "1", "name": "A college", "kind": "organisation", "basis": "a public body" }]""");
        await engine.CreateAsync("api/campaigns/missing-type/figures/people-engaged/2015-06-21", """
            { "value": 478480, "unit": "people", "definition": "People who did something with a post, each once", "source": "Facebook Insights",
              "reportedBy": "digital team, NHS Blood and Transplant", "channel": "facebook", "account": "NHSBT", "scope": "page" }
            """);
        await engine.PostAsync("api/mentions", string.Join('\n', Enumerable.Range(0, 300).Select(Mention)), Requests.Ndjson);
        await Eventually.ComesAsync(
            () => engine.GetAsync("api/campaigns/missing-type/results/report?format=md"), answer => answer.Text.Contains("in **[300 mentions]", StringComparison.Ordinal), answer => answer.Text);
        await LooksWellAsync(engine, sheets: 4);
        await LooksWellAsync(engine, sheets: 4, "?from=2015-06-12&to=2015-06-18&compareFrom=2015-06-05&compareTo=2015-06-11");
    }

    [Fact]
    public async Task The_fullest_campaign_tells_its_story_on_the_first_sheet_too()
    {
        await using var engine = await EngineProcess.StartAsync(new(azurite.ConnectionString, AzuriteFixture.NewPrefix()));
        await engine.CreateAsync("api/campaigns/missing-type", FullestCampaign.Document);
        await engine.CreateAsync("api/campaigns/missing-type/supporters", FullestCampaign.Supporters);
        foreach (var (name, entry) in FullestCampaign.Entries)
        {
            await engine.CreateAsync($"api/campaigns/missing-type/figures/{name}", entry);
        }

        Assert.Equal(FullestCampaign.MentionCount, (await engine.PostAsync("api/mentions", FullestCampaign.Mentions, Requests.Ndjson)).Json.GetProperty("accepted").GetInt32());
        await Eventually.ComesAsync(
            () => engine.GetAsync("api/campaigns/missing-type/results/report?format=md"),
            answer => answer.Text.Contains($"in **[{FullestCampaign.MentionCount} mentions]", StringComparison.Ordinal), answer => answer.Text[..2_000]);

        await LooksWellAsync(engine, sheets: 60);
        await LooksWellAsync(engine, sheets: 60, "?compareFrom=2014-12-08&compareTo=2015-01-07");
    }

    private static async Task LooksWellAsync(EngineProcess engine, int sheets, string query = "")
    {
        var address = new Uri(engine.Address, $"api/campaigns/missing-type/results/report{query}");
        var folder = Directory.CreateTempSubdirectory("campaigns-report-");

        var found = await Chromium.LookAsync(address, folder.FullName);

        Assert.Equal([], found.GetProperty("violations").EnumerateArray().Select(violation => violation.GetString()));
        Assert.Equal([], found.GetProperty("messages").EnumerateArray().Select(message => message.GetString()));
        Assert.Equal([address.AbsoluteUri], found.GetProperty("requests").EnumerateArray().Select(request => request.GetString()));
        Assert.StartsWith("Arial", found.GetProperty("font").GetString(), StringComparison.Ordinal);
        Assert.All(found.GetProperty("widths").EnumerateObject(), width => Assert.True(width.Value.GetInt32() <= int.Parse(width.Name, CultureInfo.InvariantCulture), $"{width}"));
        Assert.True(found.GetProperty("paperWidth").GetInt32() <= 695, "Something is wider than the paper.");
        Assert.Equal(1, found.GetProperty("storySheets").GetInt32());
        Assert.InRange(found.GetProperty("sheets").GetInt32(), 2, sheets);
        folder.Delete(recursive: true);
    }

    private static string Mention(int number) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"channel":"{{(number % 3 == 0 ? "bluesky" : "x")}}","id":"{{number}}","createdAt":"2015-06-{{5 + (number % 17):00}}T10:00:00Z","text":"I gave blood today #MissingType","author":{"id":"{{number % 70}}","followers":{{number * 100}} } }""");
}
