using System.Globalization;
using System.Net;
using System.Text.Json;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

/// <summary>A client that has nothing to do with Microsoft's libraries, made by a public generator of what <c>$metadata</c> says, reads the whole feed over HTTP.</summary>
[Collection(EngineTests.Name)]
public sealed class FeedClientTests(AzuriteFixture azurite)
{
    private const string Key = "a-first-key-of-more-than-thirty-two-characters";

    private static readonly string Campaign = SampleCampaign.Json.Replace(
        "\"plan\":", """
            "accounts": [{ "channel": "facebookgroup", "account": "Blood donors", "organisation": { "ods": "RTV", "name": "NHS Blood and Transplant", "area": "England" } }],
            "objectives": [{ "metric": "uses", "layer": "output", "baseline": 0, "target": 20000 }], "plan":
            """, StringComparison.Ordinal);

    [Fact]
    public async Task It_reads_every_set_page_by_page_filtered_and_ordered_by_every_column_and_adds_up_to_the_results()
    {
        var folder = await NodeFolder.OpenAsync("odata-client");
        var storage = new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix());
        await using var engine = await EngineProcess.StartAsync(storage, new Dictionary<string, string> { ["Access__FirstKey"] = Key });
        await FillAsync(engine);

        await File.WriteAllTextAsync(folder["metadata.xml"], (await AskAsync(engine, HttpMethod.Get, "api/odata/$metadata")).Text, TestContext.Current.CancellationToken);
        await folder.RunAsync("odata2ts", "--source", "metadata.xml", "--output", "generated", "--mode", "service", "--emit-mode", "ts");
        await folder.RunAsync("tsc", "--project", ".");
        await folder.RunAsync("esbuild", "walk.ts", "--bundle", "--format=esm", "--platform=node", "--outfile=walk.mjs", "--log-level=warning");
        var read = JsonDocument.Parse(await folder.NodeAsync("walk.mjs", new Dictionary<string, string> { ["ENGINE"] = engine.Address.AbsoluteUri.TrimEnd('/'), ["KEY"] = Key })).RootElement;

        var sets = read.GetProperty("sets");
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", sets.EnumerateObject().Select(set => $"{set.Name} {set.Value.GetProperty("rows")} rows, {set.Value.GetProperty("asked")} questions")));
        Assert.Equal(18, sets.EnumerateObject().Count());
        Assert.All(sets.EnumerateObject().Where(set => set.Name != "CoverageHourly"), set => Assert.True(set.Value.GetProperty("rows").GetInt32() > 0, $"{set.Name} is empty."));
        Assert.True(sets.GetProperty("UsesHourly").GetProperty("pages").GetInt32() >= 10);
        Assert.Equal("Give blood", read.GetProperty("name").GetString());
        Assert.Equal(["2015-06-08T00:00:00Z 2", "2015-06-07T23:00:00Z 1", "2015-06-08T01:00:00Z 1"], read.GetProperty("day").EnumerateArray().Select(row => row.GetString()!));
        var results = await Task.WhenAll(new[] { "give-blood", "other" }.Select(async id => (await AskAsync(engine, HttpMethod.Get, $"api/campaigns/{id}/results")).Json));
        Assert.Equal(results.Sum(of => of.GetProperty("uses").GetProperty("total").GetInt64()), Sum("UsesHourly", "uses"));
        Assert.Equal(results.Sum(of => of.GetProperty("mentions").GetInt64()), Sum("MentionsHourly", "mentions"));
        Assert.Equal(results.Sum(of => of.GetProperty("engagements").GetProperty("likes").GetInt64()), Sum("MentionsHourly", "likes"));
        Assert.Equal(results.Sum(of => of.GetProperty("posts").EnumerateArray().Sum(post => post.GetProperty("likes").GetInt64())), Sum("PostMetricsDaily", "total"));

        long Sum(string set, string column) => sets.GetProperty(set).GetProperty("sums").GetProperty(column).GetInt64();
    }

    private static async Task FillAsync(EngineProcess engine)
    {
        foreach (var id in new[] { "give-blood", "other" })
        {
            await PutAsync($"api/campaigns/{id}", Campaign);
            await PutAsync($"api/campaigns/{id}/posts/launch", """{ "text": "The letters A, B and O are missing. #MissingType", "dueAt": "2015-06-05T09:00:00+01:00", "channels": ["facebookgroup"] }""");
            await PutAsync($"api/campaigns/{id}/figures/likes/2015-06-08?post=launch", Entered(30));
            await PutAsync($"api/campaigns/{id}/figures/likes/2015-06-09?post=launch", Entered(42));
            await PutAsync($"api/campaigns/{id}/figures/followers/2015-06-05?channel=facebookgroup&account=Blood%20donors", Entered(1200));
        }

        Assert.Equal(HttpStatusCode.Accepted, (await AskAsync(engine, HttpMethod.Post, "api/mentions", $"[{string.Join(',', Enumerable.Range(0, 60).Select(Mention))}]")).Status);
        await engine.Http.PostAsync("admin/functions/PublishDue", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        await Eventually.ComesAsync(
            async () => (await Task.WhenAll(new[] { "UsesHourly?$filter=campaignKey%20eq%20'other'&$count=true&$top=0", "UsesHourly?$filter=campaignKey%20eq%20'give-blood'&$count=true&$top=0", "Deliveries?$filter=state%20eq%20'manual'&$count=true&$top=0" }
                .Select(async path => (await AskAsync(engine, HttpMethod.Get, $"api/odata/{path}")).Json.GetProperty("@odata.count").GetInt32()))),
            rows => rows is [> 0, > 0, 2], rows => string.Join(' ', rows));

        async Task PutAsync(string path, string json)
        {
            var answer = await AskAsync(engine, HttpMethod.Put, path, json);
            Assert.True(answer.Status == HttpStatusCode.Created, $"{path}: {answer.Text}");
        }
    }

    private static string Entered(int value) => $$"""{ "value": {{value}}, "source": "The page of the group", "reportedBy": "Press office", "definition": "What it says" }""";

    /// <summary>From the first hour of 8 June in London on, two of them in the second hour.</summary>
    private static string Mention(int number)
    {
        var at = new DateTimeOffset(2015, 6, 7, 23, 10, 0, TimeSpan.Zero).AddHours(number < 2 ? number : number - 1);
        return $$"""
            { "channel": "{{(number % 3 == 0 ? "x" : "bluesky")}}", "id": "{{number}}", "createdAt": "{{at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}}", "text": "Give blood #MissingType",
              "kind": "{{(number % 4 == 0 ? "share" : "original")}}", "engagement": { "likes": {{number}} }, "author": { "id": "{{number}}", "followers": {{number * 10}} } }
            """;
    }

    private static Task<Answer> AskAsync(EngineProcess engine, HttpMethod method, string path, string? json = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = json is null ? null : new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("x-functions-key", Key);
        return engine.SendAsync(request);
    }
}
