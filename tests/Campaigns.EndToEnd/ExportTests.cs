using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

[Collection(EngineTests.Name)]
public sealed class ExportTests(AzuriteFixture azurite)
{
    private const string FirstKey = "a-first-key-of-more-than-thirty-two-characters";
    private const string Page = "https://board.example.org";

    // Everything that the engine answers with an ETag.
    private static readonly string[] Offered =
    [
        "api/campaigns/give-blood/results",
        "api/campaigns/give-blood/results.csv",
        "api/campaigns/give-blood/results?from=2015-06-08&to=2015-06-09",
        "api/campaigns/give-blood/results?from=2015-06-08&compareTo=2015-06-07",
        "api/campaigns/give-blood/results?format=csv",
        "api/campaigns/give-blood/results/timeline",
        "api/campaigns/give-blood/results/timeline?grain=hour&format=csv",
        "api/campaigns/give-blood/results/timeline?format=ndjson",
        "api/campaigns/give-blood/results/timeline.csv",
        "api/campaigns/give-blood/results/contributors",
        "api/campaigns/give-blood/results/report",
        "api/campaigns/give-blood/results/report?format=md",
        "api/campaigns/give-blood/results/report?format=json",
        "api/campaigns/give-blood/results/report?compareFrom=2015-06-08",
        "api/odata/$metadata",
        "api/odata/Figures",
        "api/definitions",
    ];

    [Fact]
    public async Task A_spreadsheet_fetches_CSV_with_the_key_in_the_address_compressed_and_only_where_it_changed()
    {
        await using var engine = await EngineAsync();
        var csv = $"api/campaigns/give-blood/results.csv?code={await ReaderAsync(engine)}";

        using var first = await SendAsync(engine, HttpMethod.Get, csv, null, ("Accept-Encoding", "gzip"));
        using var again = await SendAsync(engine, HttpMethod.Get, csv, null, ("If-None-Match", first.Headers.ETag!.ToString()));
        using var json = await SendAsync(engine, HttpMethod.Get, csv.Replace(".csv", "", StringComparison.Ordinal), null);
        using var head = await SendAsync(engine, HttpMethod.Head, "api/campaigns/give-blood/results/timeline.csv", FirstKey);

        Assert.Equal((HttpStatusCode.OK, "text/csv", "gzip"), (first.StatusCode, first.Content.Headers.ContentType!.MediaType, Assert.Single(first.Content.Headers.ContentEncoding)));
        using var reader = new StreamReader(new GZipStream(await first.Content.ReadAsStreamAsync(), CompressionMode.Decompress), new UTF8Encoding(true));
        Assert.StartsWith("campaignId,from,to,figure,", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(HttpStatusCode.Unauthorized, json.StatusCode);
        Assert.Equal((HttpStatusCode.OK, true, 0), (head.StatusCode, head.Content.Headers.ContentLength > 100, (await head.Content.ReadAsByteArrayAsync()).Length));
    }

    [Fact]
    public async Task A_page_of_a_listed_origin_is_told_what_it_may_send_and_reads_answers_and_refusals()
    {
        await using var engine = await EngineAsync(Page);

        using var asked = await AskFirstAsync(engine, Page);
        using var answer = await SendAsync(engine, HttpMethod.Get, "api/campaigns/give-blood/results", FirstKey, ("Origin", Page));
        using var refusal = await SendAsync(engine, HttpMethod.Get, "api/campaigns/give-blood/results", null, ("Origin", Page));

        Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);
        Assert.Equal((Page, "600"), (Header(asked, "Access-Control-Allow-Origin"), Header(asked, "Access-Control-Max-Age")));
        Assert.Contains("PUT", Header(asked, "Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Contains("x-functions-key", Header(asked, "Access-Control-Allow-Headers"), StringComparison.Ordinal);
        Assert.Null(Header(asked, "Access-Control-Allow-Credentials"));
        Assert.Equal((HttpStatusCode.OK, Page), (answer.StatusCode, Header(answer, "Access-Control-Allow-Origin")));
        Assert.Contains("ETag", Header(answer, "Access-Control-Expose-Headers"), StringComparison.Ordinal);
        Assert.Superset(new HashSet<string> { "Origin", "Accept", "Accept-Encoding" }, answer.Headers.Vary.ToHashSet());
        Assert.Equal((HttpStatusCode.Unauthorized, Page), (refusal.StatusCode, Header(refusal, "Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task All_results_are_compressed_kept_asked_about_again_and_read_by_listed_pages_in_one_way()
    {
        await using var engine = await EngineAsync(Page);
        await HearAsync(engine);
        foreach (var path in Offered)
        {
            await IsKeptInOneWayAsync(engine, path);
        }
    }

    [Theory]
    [InlineData("https://elsewhere.example.org", Page)]
    [InlineData("null", Page)]
    [InlineData(Page, "")]
    public async Task A_page_of_any_other_origin_is_told_nothing(string origin, string listed)
    {
        await using var engine = await EngineAsync(listed);

        using var asked = await AskFirstAsync(engine, origin);
        using var answer = await SendAsync(engine, HttpMethod.Get, "api/campaigns/give-blood/results", FirstKey, ("Origin", origin));

        Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);
        Assert.DoesNotContain(asked.Headers.Concat(answer.Headers), header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Hands in what there is to tell, and waits until nothing of it is on its way any longer.</summary>
    private static async Task HearAsync(EngineProcess engine)
    {
        const int count = 20;
        var lines = Enumerable.Range(0, count).Select(number => $$"""{"channel":"x","id":"{{number}}","createdAt":"2015-06-08T10:00:00Z","text":"I gave blood today #MissingType","author":{"id":"{{number}}","followers":100} }""");
        using var handed = new HttpRequestMessage(HttpMethod.Post, "api/mentions") { Content = new StringContent(string.Join('\n', lines), Encoding.UTF8, MediaTypeHeaderValue.Parse(Requests.Ndjson)) };
        handed.Headers.Add("x-functions-key", FirstKey);
        using var taken = await engine.Http.SendAsync(handed);
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        await Eventually.ComesAsync(
            async () =>
            {
                using var answer = await SendAsync(engine, HttpMethod.Get, "api/campaigns/give-blood/results", FirstKey);
                return await answer.Content.ReadAsStringAsync();
            },
            text => text.Contains($"\"mentions\":{count},", StringComparison.Ordinal) && text.Contains("\"notLookedAt\":0,", StringComparison.Ordinal), text => text);
    }

    private static async Task IsKeptInOneWayAsync(EngineProcess engine, string path)
    {
        using var plain = await SendAsync(engine, HttpMethod.Get, path, FirstKey, ("Origin", Page));
        using var packed = await SendAsync(engine, HttpMethod.Get, path, FirstKey, ("Origin", Page), ("Accept-Encoding", "gzip"));
        using var again = await SendAsync(engine, HttpMethod.Get, path, FirstKey, ("Origin", Page), ("If-None-Match", packed.Headers.ETag!.ToString()));
        using var head = await SendAsync(engine, HttpMethod.Head, path, FirstKey, ("Origin", Page));

        Assert.Equal((path, HttpStatusCode.OK, true, true), (path, packed.StatusCode, packed.Headers.CacheControl!.Private, packed.Headers.CacheControl.NoCache));
        Assert.Equal(plain.Headers.ETag, packed.Headers.ETag);
        // Less than half a kilobyte goes out as it is.
        var isPacked = packed.Content.Headers.ContentEncoding.SingleOrDefault() == "gzip";
        Assert.True(isPacked || plain.Content.Headers.ContentLength < 512, $"{path}: {plain.Content.Headers.ContentLength}");
        await using var sent = await packed.Content.ReadAsStreamAsync();
        await using var unpacked = isPacked ? new GZipStream(sent, CompressionMode.Decompress) : sent;
        using var bare = new MemoryStream();
        await unpacked.CopyToAsync(bare);
        Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), bare.ToArray());
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal((HttpStatusCode.OK, 0, plain.Headers.ETag), (head.StatusCode, (await head.Content.ReadAsByteArrayAsync()).Length, head.Headers.ETag));
        Assert.Equal(bare.Length, head.Content.Headers.ContentLength);
        Assert.All(new[] { plain, packed, again, head }, answer =>
        {
            Assert.Equal(Page, Header(answer, "Access-Control-Allow-Origin"));
            Assert.Superset(new HashSet<string> { "Origin", "Accept", "Accept-Encoding" }, answer.Headers.Vary.ToHashSet());
        });
    }

    private static Task<HttpResponseMessage> AskFirstAsync(EngineProcess engine, string origin) => SendAsync(
        engine, HttpMethod.Options, "api/campaigns/give-blood", null, ("Origin", origin), ("Access-Control-Request-Method", "PUT"), ("Access-Control-Request-Headers", "x-functions-key,if-match"));

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private static async Task<string> ReaderAsync(EngineProcess engine)
    {
        using var made = await PutAsync(engine, "api/access/sheet", """{ "roles": ["reader"], "campaigns": ["give-blood"] }""");
        using var json = System.Text.Json.JsonDocument.Parse(await made.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("key").GetString()!;
    }

    private static Task<HttpResponseMessage> PutAsync(EngineProcess engine, string path, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")) };
        request.Headers.Add("x-functions-key", FirstKey);
        return engine.Http.SendAsync(request);
    }

    private static Task<HttpResponseMessage> SendAsync(EngineProcess engine, HttpMethod method, string path, string? key, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in key is null ? headers : [.. headers, ("x-functions-key", key)])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return engine.Http.SendAsync(request);
    }

    private async Task<EngineProcess> EngineAsync(string origins = "")
    {
        var engine = await EngineProcess.StartAsync(
            new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix()), new Dictionary<string, string> { ["Access__FirstKey"] = FirstKey, ["Cors__AllowedOrigins"] = origins });
        using var made = await PutAsync(engine, "api/campaigns/give-blood", SampleCampaign.Json);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        return engine;
    }
}
