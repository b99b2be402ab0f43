using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Campaigns.Listening.Coverage;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Storage;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Tests.Results.Feed;

/// <summary>Two campaigns whose ids share a beginning, with mentions on several channels, kinds, days and hours.</summary>
internal static class FeedSample
{
    public const string One = "blood";
    public const string Other = "blood-week";

    private static readonly string[] Texts = ["Give blood #MissingType", "Give #NationalBloodWeek", "Both #MissingType #NationalBloodWeek"];
    private static readonly string[] Channels = ["x", "bluesky", "mastodon"];
    private static readonly string?[] Kinds = [null, "reply", "share", "quote"];

    /// <summary>What was entered of posts: days, scopes, what is unknown, and what could be of either account.</summary>
    public static IReadOnlyList<(string Figure, string Value)> PostFigures { get; } =
    [
        ("likes/2015-06-06?post=launch", "12"), ("likes/2015-06-08?post=launch", "40"), ("likes/2015-06-08?post=reminder&channel=bluesky", "3"),
        ("likes/2015-06-09?post=reminder", "1000"), ("clicks/2015-06-09?post=reminder&channel=facebookgroup", "2.5"), ("clicks/2015-06-10?post=reminder&channel=facebookgroup", "null"),
        ("reach/2015-06-08?post=launch", "900"), ("reach/2015-06-08?post=reminder&channel=bluesky", "70"), ("views/2015-06-08?post=launch&scope=paid", "500"), ("views/2015-06-08?post=launch&scope=organic", "60"),
        ("views/2015-06-08?post=reminder&channel=bluesky&account=NHSBT.example&scope=paid", "8"), ("impressions/2015-06-08?post=launch", "0"),
    ];

    private static IEnumerable<string> OfFewPeople => new[] { "a1", "a2" }.Select(author => Line.Of($"few-{author}", createdAt: "2015-06-14T12:00:00Z", author: author, followers: 7));

    public static string Json => SampleCampaign.Json.Replace(
        """{ "channel": "bluesky", "account": "nhsbt.example" }""",
        """{ "channel": "bluesky", "account": "nhsbt.example", "organisation": { "ods": "rx1", "name": "NHS Blood and Transplant", "area": "England" } }""", StringComparison.Ordinal)
        .Replace("\"plan\":", """ "objectives": [{ "metric": "uses", "layer": "output", "target": 2000 }], "plan": """, StringComparison.Ordinal);

    public static async Task<TestEngine> StartAsync(AzuriteFixture azurite, int mentions = 240, TestEngine? engine = null)
    {
        engine ??= await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, One, Json);
        await SampleCampaign.PutAsync(engine, Other, Json.Replace("Europe/London", "America/New_York", StringComparison.Ordinal));
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(Mentions(mentions).Concat(OfFewPeople)), campaign: One);
        return engine;
    }

    /// <summary>The same with something in every set: searches, posts that went out, and figures that somebody entered.</summary>
    public static async Task<TestEngine> WholeAsync(AzuriteFixture azurite, int mentions = 240, TestEngine? engine = null)
    {
        engine = await StartAsync(azurite, mentions, engine);
        var caller = new RouteCaller(engine);
        foreach (var id in new[] { One, Other })
        {
            await SearchAsync(engine, (await engine.Get<CampaignTable>().FindAsync(id, default))!);
            var path = $"/api/campaigns/{id}";
            Assert.Equal(201, (await caller.AskAsync("PUT", $"{path}/posts/launch", """{ "text": "Where are the letters? #MissingType", "dueAt": "2015-06-05T09:00:00+01:00", "channels": ["facebookgroup"] }""")).Status);
            Assert.Equal(201, (await caller.AskAsync("PUT", $"{path}/posts/reminder", """{ "text": "The letters are back. #MissingType", "dueAt": "2015-06-07T09:00:00+01:00", "channels": ["bluesky", "facebookgroup"] }""")).Status);
            foreach (var (figure, value) in PostFigures)
            {
                Assert.Equal(201, (await caller.AskAsync("PUT", $"{path}/figures/{figure}", Entering.Json(value))).Status);
            }

            Assert.Equal(201, (await caller.AskAsync("PUT", $"{path}/figures/followers/2015-06-06?channel=bluesky&account=nhsbt.example", Entering.Json("1200"))).Status);
        }

        await engine.Function<PublishDue>().Run(new TimerInfo(), default);
        return engine;
    }

    /// <summary>Half of the campaign's first 12 hours were searched.</summary>
    private static Task<Response> SearchAsync(TestEngine engine, Campaign campaign)
    {
        var start = campaign.StartsAt.ToUnixTimeSeconds();
        return engine.Get<StorageRim>().Table(TableNames.Coverage).AddEntityAsync(new TableEntity($"{campaign.Id}.{campaign.Generation}", "search|bluesky|missingtype|")
        {
            ["Channel"] = "bluesky",
            ["Hashtag"] = "missingtype",
            ["Ledger"] = SearchLedgerBytes.Write(SearchLedger.Empty.Add(start, start + (12 * 3600), SearchState.Searched, 7, 1)),
        });
    }

    public static IEnumerable<string> Mentions(int count)
    {
        var start = DateTimeOffset.Parse("2015-06-05T04:00:00Z", CultureInfo.InvariantCulture);
        for (var number = 0; number < count; number++)
        {
            var random = (number * 7919) % 1009;
            yield return Line.Of(
                number.ToString(CultureInfo.InvariantCulture), Texts[random % 3], start.AddHours((random * 23) % 40 * 4).AddMinutes(random % 60).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                Channels[random % 5 % 3], random % 11 == 0 ? null : $"a{random % 60}", random % 7 == 0 ? null : random, Kinds[random % 4],
                likes: random % 13 == 0 ? null : random % 9, shares: random % 3);
        }
    }
}
