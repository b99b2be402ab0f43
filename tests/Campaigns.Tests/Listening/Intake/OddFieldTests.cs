using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Intake;

/// <summary>Numbers, times, ids and authors as hostile or careless senders write them, from the request to the results.</summary>
public sealed class OddFieldTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000_000_000)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public async Task Followers_that_nobody_has_refuse_their_line(long followers)
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", author: "a1", followers: 10_000_000_000), Line.Of("2", author: "a2", followers: 0), Line.Of("3", author: "a3", followers: followers)));

        Assert.Equal((2, 2, 10_000_000_000), (results.GetProperty("mentions").GetInt32(), results.GetProperty("contributors").GetInt32(), results.GetProperty("potentialReach").GetInt64()));
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00Z", "outside window")]
    [InlineData("1969-12-31T23:59:59Z", "outside window")]
    [InlineData("0001-01-01T00:00:00Z", "outside window")]
    [InlineData("2099-06-08T10:00:00Z", "in the future")]
    [InlineData("9999-12-31T23:59:59Z", "in the future")]
    [InlineData("2015-06-31T10:00:00Z", "bad field")]
    [InlineData("2015-06-08T10:00:00+99:00", "bad field")]
    public async Task A_date_that_cannot_be_is_refused_with_its_reason(string createdAt, string reason)
    {
        await using var engine = await StartAsync();

        var answer = await ListeningRun.PostAsync(engine, Line.Join(Line.Of("1", createdAt: createdAt), Line.Of("2")));

        Assert.Equal((1, 1), (answer.Json.GetProperty("matched").GetInt32(), answer.Json.GetProperty("refusedByReason").GetProperty(reason).GetInt32()));
    }

    [Fact]
    public async Task The_same_id_on_two_channels_is_two_mentions_and_two_contributors()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", author: "a1", followers: 5), Line.Of("1", author: "a1", followers: 5, channel: "bluesky"), Line.Of("1", author: "a1", followers: 5)));

        Assert.Equal((2, 2), (results.GetProperty("mentions").GetInt32(), results.GetProperty("contributors").GetInt32()));
        Assert.Equal(1, results.GetProperty("byChannel").GetProperty("bluesky").GetProperty("mentions").GetInt32());
    }

    [Fact]
    public async Task An_author_who_renames_is_one_contributor_by_the_id_and_two_where_only_handles_are_known()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            ByAuthor("1", """{ "id": "42", "handle": "old", "followers": 100 }"""), ByAuthor("2", """{ "id": "42", "handle": "new", "followers": 120 }"""),
            ByAuthor("3", """{ "handle": "@Before", "followers": 7 }"""), ByAuthor("4", """{ "handle": "before", "followers": 7 }"""), ByAuthor("5", """{ "handle": "after", "followers": 7 }""")));

        Assert.Equal((5, 3, 134), (results.GetProperty("mentions").GetInt32(), results.GetProperty("contributors").GetInt32(), results.GetProperty("potentialReach").GetInt32()));
    }

    [Fact]
    public async Task Ids_of_256_characters_are_told_apart_to_the_last_and_longer_ones_refused()
    {
        await using var engine = await StartAsync();
        var id = new string('血', 255);

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of(id + "1", author: id + "1"), Line.Of(id + "2", author: id + "2"), Line.Of(id + "2", author: id + "2"), Line.Of(id + "12"), Line.Of("3", author: id + "12"), Line.Of("a\0b"), Line.Of("a\0c")));

        Assert.Equal((4, 2), (results.GetProperty("mentions").GetInt32(), results.GetProperty("contributors").GetInt32()));
    }

    [Fact]
    public async Task A_field_that_stands_twice_refuses_its_line()
    {
        await using var engine = await StartAsync();

        var answer = await ListeningRun.PostAsync(engine, Line.Join(
            """{ "channel": "x", "id": "1", "createdAt": "2015-06-08T10:00:00Z", "text": "#Other", "text": "#MissingType" }""",
            """{ "channel": "x", "id": "2", "createdAt": "2015-06-08T10:00:00Z", "text": "#MissingType", "author": { "id": "a", "followers": 1, "followers": 9 } }""",
            Line.Of("3")));

        Assert.Equal(["text", "author.followers"], answer.Json.GetProperty("refusedLines").EnumerateArray().Select(line => line.GetProperty("faults")[0].GetProperty("field").GetString()));
    }

    [Theory]
    [InlineData("application/x-ndjson", "{\"text\":", "}")]
    [InlineData("application/x-ndjson", "[", "]")]
    [InlineData("application/json", "[", "]")]
    [InlineData("application/json", "{\"a\":", "}")]
    public async Task JSON_nested_a_hundred_thousand_deep_is_refused_and_the_lines_beside_it_count(string contentType, string open, string close)
    {
        await using var engine = await StartAsync();
        var deep = string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000));
        var body = contentType == "application/json" ? $"[{Line.Of("1")}, {deep}, {Line.Of("2")}]" : Line.Join(Line.Of("1"), deep, Line.Of("2"));

        var answer = await ListeningRun.PostAsync(engine, body, contentType);

        Assert.Equal((202, 2, 1), (answer.Status, answer.Json.GetProperty("matched").GetInt32(), answer.Json.GetProperty("refused").GetInt32()));
    }

    private static string ByAuthor(string id, string author) =>
        $$"""{ "channel": "x", "id": "{{id}}", "createdAt": "2015-06-08T10:00:00Z", "text": "#MissingType", "author": {{author}} }""";

    private async Task<TestEngine> StartAsync()
    {
        var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-30T12:00:00Z"));
        await SampleCampaign.PutAsync(engine);
        return engine;
    }
}
