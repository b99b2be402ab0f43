using Campaigns.Http;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Http;

public sealed class ListAccessTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Managers_see_whose_keys_there_are_and_what_they_allow_a_page_at_a_time_and_never_a_key()
    {
        var clock = TestClock.At("2015-06-01T00:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock);
        var made = new List<Answer>
        {
            await PutAsync(engine, "office", """{ "roles": ["manager"] }"""),
            await PutAsync(engine, "board", """{ "roles": ["reader", "responder"], "campaigns": ["give-blood"], "expires": "2015-06-30T00:00:00Z" }"""),
            await PutAsync(engine, "agency", """{ "roles": ["ingest"] }"""),
        };
        clock.Set(new(2015, 7, 1, 0, 0, 0, TimeSpan.Zero));

        var first = await ListAsync(engine, "?limit=2");
        Assert.Equal(
            $$"""[{"name":"agency","roles":["ingest"],"campaigns":[],"expires":null,"etag":{{Tag(made[2])}}},{"name":"board","roles":["reader","responder"],"campaigns":["give-blood"],"expires":"2015-06-30T00:00:00+00:00","etag":{{Tag(made[1])}}}]""",
            first.Json.GetProperty("items").GetRawText());
        var second = await ListAsync(engine, $"?limit=2&after={first.Json.GetProperty("next").GetString()}");
        Assert.Equal("office", Assert.Single(second.Json.GetProperty("items").EnumerateArray()).GetProperty("name").GetString());
        Assert.Null(second.Json.GetProperty("next").GetString());
        Assert.All(made, answer => Assert.DoesNotContain(answer.Json.GetProperty("key").GetString()!, first.Text + second.Text, StringComparison.Ordinal));
        Assert.Equal(["limit: must be a whole number from 1 to 1000"], (await ListAsync(engine, "?limit=none")).Faults);

        static string Tag(Answer answer) => $"\"{answer.ETag!.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    [Fact]
    public async Task A_key_is_handed_over_to_a_second_one_without_a_gap()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await PutAsync(engine, "office", """{ "roles": ["manager"] }""");
        var old = Text(await PutAsync(engine, "board", """{ "roles": ["reader"] }"""));
        var next = Text(await PutAsync(engine, "board-2", """{ "roles": ["reader"] }"""));
        Assert.Equal(("key:board", "key:board-2"), (await CallerAsync(engine, old), await CallerAsync(engine, next)));

        // In its own place the old one ends as the new one begins.
        await PutAsync(engine, "board", """{ "roles": ["reader"] }""", "If-Match: *");
        Assert.Equal((null, "key:board-2"), (await CallerAsync(engine, old), await CallerAsync(engine, next)));
    }

    private static async Task<string?> CallerAsync(TestEngine engine, string key) =>
        (await engine.Get<Callers>().FindAsync(Call.Request(engine, "GET", "/api/campaigns", null, $"x-functions-key: {key}"), keyInQuery: false, default)).Caller?.Name;

    private static string Text(Answer answer) => answer.Json.GetProperty("key").GetString()!;

    private static Task<Answer> ListAsync(TestEngine engine, string query)
    {
        var request = Call.Request(engine, "GET", $"/api/access{query}");
        return Call.AnswerAsync(request, engine.Function<ListAccess>().Run(request, default));
    }

    private static Task<Answer> PutAsync(TestEngine engine, string name, string body, params string[] headers)
    {
        var request = Call.Request(engine, "PUT", $"/api/access/{name}", body, headers);
        return Call.AnswerAsync(request, engine.Function<PutAccess>().Run(request, name, default));
    }
}
