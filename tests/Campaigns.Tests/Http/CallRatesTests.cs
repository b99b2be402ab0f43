using System.Net;
using Campaigns.Http;
using Campaigns.Listening.Intake;
using Campaigns.Planning;
using Campaigns.Tests.Security;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Tests.Http;

public sealed class CallRatesTests(AzuriteFixture azurite)
{
    private const string Problem = "urn:campaigns:problem:too-many-requests";
    private const string Line = """{"channel":"x","id":"NUMBER","createdAt":"2015-06-08T10:00:00Z","text":"#MissingType"}""";

    [Fact]
    public async Task A_key_that_asks_too_often_is_told_when_to_come_again_and_others_go_on()
    {
        await using var engine = await StartAsync(("Limits:RequestsPerMinute", "2"));
        var one = await KeyAsync(engine, "one", Role.Reader);
        var other = await KeyAsync(engine, "other", Role.Reader);

        Assert.Equal("204 204 429 429", await StatusesAsync(engine, one, 4));
        Assert.Equal("204 204 429", await StatusesAsync(engine, other, 3));
        var refused = await AskAsync(engine, one);
        Assert.Equal(Problem, refused.Json.GetProperty("type").GetString());
        Assert.InRange(int.Parse(refused.Headers.RetryAfter.ToString(), System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Contains("At most 2 requests a minute", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_role_does_not_allow_is_counted_too_and_nothing_is_audited_of_what_is_too_much()
    {
        await using var engine = await StartAsync(("Limits:RequestsPerMinute", "2"));
        var reader = await KeyAsync(engine, "reader", Role.Reader);
        var door = new DoorCall(engine);
        var statuses = new List<int>();
        for (var call = 0; call < 3; call++)
        {
            var request = Call.Request(engine, "DELETE", "/api/campaigns/x", null, $"x-functions-key: {reader}");
            statuses.Add((await door.AskAsync(DoorCall.Route<DeleteCampaign>(), request)).Status);
        }

        Assert.Equal([403, 403, 429], statuses);
    }

    [Fact]
    public async Task An_address_that_guesses_is_told_to_wait_and_whoever_has_a_key_behind_the_same_address_is_not()
    {
        await using var engine = await StartAsync(("Limits:RefusalsPerMinute", "2"));
        var known = await KeyAsync(engine, "known", Role.Reader);

        Assert.Equal("401 401 429", await StatusesAsync(engine, "a-guess", 3));
        Assert.Equal("204 204", await StatusesAsync(engine, known, 2));
        Assert.Equal("429", await StatusesAsync(engine, "a-guess", 1));
        Assert.Equal("401", await StatusesAsync(engine, "a-guess", 1, "10.0.0.8"));
    }

    [Theory]
    [InlineData(true, "203.0.113.7, 198.51.100.4:51234", "198.51.100.4")]
    [InlineData(true, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData(true, "[2001:db8:1:2:ffff::1]:443", "2001:db8:1:2::")]
    [InlineData(true, "::ffff:198.51.100.4", "198.51.100.4")]
    [InlineData(true, "not an address", "127.0.0.1")]
    [InlineData(true, null, "127.0.0.1")]
    [InlineData(false, "198.51.100.4", "127.0.0.1")]
    public void An_address_is_the_one_that_the_front_end_saw_and_none_that_a_caller_claims(bool inAzure, string? forwarded, string address)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Loopback;
        http.Request.Headers["X-Forwarded-For"] = forwarded;
        Assert.Equal(address, CallerAddress.Of(http, new HostPlace(inAzure, false)));
    }

    [Theory]
    [InlineData("application/x-ndjson")]
    [InlineData("application/json")]
    [InlineData("text/csv")]
    public async Task Mentions_beyond_a_keys_minute_are_refused_what_was_taken_stays_and_the_next_body_is_not_read(string format)
    {
        await using var engine = await StartAsync(("Limits:MentionsPerMinute", "3"));
        var key = await KeyAsync(engine, "agency", Role.Ingest);

        Assert.Equal(202, (await HandInAsync(engine, key, format, 3)).Status);
        var refused = await HandInAsync(engine, key, format, 3);
        Assert.Equal(429, refused.Status);
        Assert.Contains("nothing is counted twice", refused.Text, StringComparison.Ordinal);
        var other = await KeyAsync(engine, "other", Role.Ingest);
        Assert.Equal(202, (await HandInAsync(engine, other, format, 2)).Status);
        Assert.Equal(429, (await HandInAsync(engine, other, format, 2)).Status);
        Assert.Equal(429, (await HandInAsync(engine, other, format, 1)).Status);
    }

    [Fact]
    public async Task The_open_loopback_is_held_to_nothing()
    {
        await using var engine = await TestEngine.StartAsync(
            azurite, settings: new Dictionary<string, string?> { ["Limits:RequestsPerMinute"] = "1", ["Limits:MentionsPerMinute"] = "1" });
        Assert.Equal("204 204 204", await StatusesAsync(engine, null, 3));
        Assert.Equal(202, (await HandInAsync(engine, null, "application/x-ndjson", 3)).Status);
        Assert.Equal(202, (await HandInAsync(engine, null, "application/x-ndjson", 3)).Status);
    }

    private Task<TestEngine> StartAsync((string Name, string Value) limit) => TestEngine.StartAsync(
        azurite, settings: new Dictionary<string, string?> { ["Access:FirstKey"] = CallerKind.FirstKey, [limit.Name] = limit.Value });

    private static async Task<string> KeyAsync(TestEngine engine, string name, Role role)
    {
        var text = AccessKey.NewText();
        await engine.Get<AccessKeyTable>().PutAsync(new AccessKey(name, AccessKey.HashOf(text), [role], [], null), null, default);
        return text;
    }

    private static async Task<string> StatusesAsync(TestEngine engine, string? key, int calls, string address = "10.0.0.7")
    {
        var statuses = new List<int>();
        for (var call = 0; call < calls; call++)
        {
            statuses.Add((await AskAsync(engine, key, address)).Status);
        }

        return string.Join(' ', statuses);
    }

    private static Task<Answer> AskAsync(TestEngine engine, string? key, string address = "10.0.0.7")
    {
        var request = Call.Request(engine, "GET", "/api/campaigns", null, key is null ? [] : [$"x-functions-key: {key}"]);
        request.HttpContext.Connection.RemoteIpAddress = key is null ? IPAddress.Loopback : IPAddress.Parse(address);
        return new DoorCall(engine).AskAsync(DoorCall.Route<ListCampaigns>("GET"), request);
    }

    private static Task<Answer> HandInAsync(TestEngine engine, string? key, string format, int lines)
    {
        var each = Enumerable.Range(1, lines).Select(number => Line.Replace("NUMBER", $"{number}", StringComparison.Ordinal));
        var body = format switch
        {
            "application/json" => $"[{string.Join(',', each)}]",
            "text/csv" => "channel,id,createdAt,text\n" + string.Concat(Enumerable.Range(1, lines).Select(number => $"x,{number},2015-06-08T10:00:00Z,#MissingType\n")),
            _ => string.Join('\n', each),
        };
        var request = Call.Request(engine, "POST", "/api/mentions", body, key is null ? [] : [$"x-functions-key: {key}"]);
        request.ContentType = format;
        return new DoorCall(engine).AskAsync(DoorCall.Route<PostMentions>(), request, () => engine.Function<PostMentions>().Run(request, default));
    }
}
