using System.Net;
using System.Text.Json;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

[Collection(EngineTests.Name)]
public sealed class FeedTests(AzuriteFixture azurite)
{
    private const string FirstKey = "a-first-key-of-more-than-thirty-two-characters";

    /// <summary>As Power BI asks with a Web API key: in the address, and with the formats that it takes.</summary>
    private const string Accept = "application/json;odata.metadata=minimal;q=1.0,application/json;odata.streaming=true;q=0.9,application/atom+xml;q=0.8,application/atomsvc+xml;q=0.7,application/xml;q=0.5,text/plain;q=0.7";

    [Fact]
    public async Task The_feed_is_read_over_HTTP_with_a_key_in_the_address_that_opens_one_campaign_and_goes_no_further()
    {
        var storage = new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix());
        await using var engine = await EngineProcess.StartAsync(storage, new Dictionary<string, string> { ["Access__FirstKey"] = FirstKey });
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(engine, HttpMethod.Put, "api/campaigns/give-blood", FirstKey, SampleCampaign.Json)).Status);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(engine, HttpMethod.Put, "api/campaigns/other", FirstKey, SampleCampaign.Json)).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(engine, HttpMethod.Post, "api/mentions", FirstKey, $"[{string.Join(',', Enumerable.Range(0, 30).Select(Mention))}]")).Status);
        var made = await SendAsync(engine, HttpMethod.Put, "api/access/power-bi", FirstKey, """{ "roles": ["reader"], "campaigns": ["give-blood"] }""");
        var code = made.Json.GetProperty("key").GetString()!;

        Assert.Equal(HttpStatusCode.Unauthorized, (await FeedAsync(engine, "")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await FeedAsync(engine, $"?code={FirstKey}")).Status);
        Assert.Equal(18, (await FeedAsync(engine, $"?code={code}")).Json.GetProperty("value").GetArrayLength());
        Assert.Equal("application/xml", (await FeedAsync(engine, $"/$metadata?code={code}")).MediaType);
        await Eventually.ComesAsync(async () => (await FeedAsync(engine, $"/UsesHourly/$count?code={code}")).Text, rows => rows == "30", rows => $"{rows} rows came.");

        var uses = new List<JsonElement>();
        for (var at = $"/UsesHourly?$filter=hourStartUtc%20ge%202015-06-08T00:00:00%2B01:00"; at is not null;)
        {
            var page = await FeedAsync(engine, $"{at}&code={code}", "odata.maxpagesize=7");
            Assert.True(page.Status == HttpStatusCode.OK, page.Text);
            uses.AddRange(page.Json.GetProperty("value").EnumerateArray());
            var next = page.Json.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
            Assert.DoesNotContain(code, page.Text, StringComparison.Ordinal);
            Assert.StartsWith(new Uri(engine.Address, "api/odata/").AbsoluteUri, next ?? new Uri(engine.Address, "api/odata/").AbsoluteUri, StringComparison.Ordinal);
            at = next?[new Uri(engine.Address, "api/odata").AbsoluteUri.Length..];
        }

        Assert.Equal(30, uses.Select(row => row.GetProperty("rowKey").GetString()).Distinct().Count());
        Assert.All(uses, row => Assert.Equal("give-blood", row.GetProperty("campaignKey").GetString()));
        Assert.Equal(HttpStatusCode.NotImplemented, (await FeedAsync(engine, $"/UsesHourly?$apply=aggregate($count%20as%20n)&code={code}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await FeedAsync(engine, $"/Campaigns('give-blood')?code={code}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await FeedAsync(engine, $"/Campaigns('other')?code={code}")).Status);
        Assert.DoesNotContain(code, engine.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_refused_is_told_where_to_sign_in_and_who_signed_in_reads()
    {
        var storage = new EngineStorage(azurite.ConnectionString, AzuriteFixture.NewPrefix());
        await using var engine = await EngineProcess.StartAsync(storage, new Dictionary<string, string>
        {
            ["Access__FirstKey"] = FirstKey,
            ["Access__Authority"] = "https://login.microsoftonline.com/a-tenant",
            ["WEBSITE_AUTH_ENABLED"] = "true",
        });

        Assert.Equal("Bearer realm=https://login.microsoftonline.com/a-tenant", await ChallengeAsync(engine, null));
        Assert.Equal("Bearer authorization_uri=https://login.microsoftonline.com/a-tenant/oauth2/authorize", await ChallengeAsync(engine, "Bearer"));

        // What App Service makes of a token that it has checked.
        var principal = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
        {
            auth_typ = "aad",
            role_typ = "roles",
            claims = new[] { new { typ = "oid", val = "a-person" }, new { typ = "roles", val = "reader" } },
        }));
        var request = new HttpRequestMessage(HttpMethod.Get, "api/odata/Campaigns");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", principal);
        Assert.Equal(HttpStatusCode.OK, (await engine.SendAsync(request)).Status);
    }

    private static async Task<string> ChallengeAsync(EngineProcess engine, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/odata");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var answer = await engine.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        return answer.Headers.WwwAuthenticate.ToString();
    }

    private static string Mention(int number) => $$"""
        {"channel":"x","id":"{{number}}","createdAt":"2015-06-{{8 + (number / 10):00}}T{{10 + (number % 10)}}:00:00Z","text":"Give blood #MissingType","author":{"id":"{{number}}","followers":5} }
        """;

    private static Task<Answer> FeedAsync(EngineProcess engine, string path, string? prefer = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "api/odata" + path);
        request.Headers.TryAddWithoutValidation("Accept", Accept);
        if (prefer is not null)
        {
            request.Headers.Add("Prefer", prefer);
        }

        return engine.SendAsync(request);
    }

    private static Task<Answer> SendAsync(EngineProcess engine, HttpMethod method, string path, string key, string json)
    {
        var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("x-functions-key", key);
        return engine.SendAsync(request);
    }
}
