using System.Text.Json;
using Campaigns.Listening.Cells;
using Campaigns.Planning;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Intake;

public sealed class PostMentionsTests(AzuriteFixture azurite)
{
    private static readonly TestClock Clock = TestClock.At("2015-06-30T12:00:00Z");

    [Fact]
    public async Task Good_lines_are_kept_and_bad_ones_refused_with_number_and_reason()
    {
        await using var engine = await StartAsync();

        var answer = await ListeningRun.PostAsync(engine, Line.Join(
            Line.Of("1"), "nonsense", Line.Of("2", text: "no hashtag of ours"), "", Line.Of("3", createdAt: "2015-07-01T00:00:00Z"), Line.Of("4", createdAt: "2015-06-30T12:05:01Z", text: "t")));

        Assert.Equal(202, answer.Status);
        Assert.Equal((2, 1, 3), Counts(answer.Json));
        Assert.Equal(["2 bad syntax", "5 in the future", "6 in the future"], Refused(answer.Json));
        Assert.Equal(2, answer.Json.GetProperty("refusedByReason").GetProperty("in the future").GetInt32());
    }

    [Fact]
    public async Task A_mention_counts_from_the_campaigns_first_moment_to_its_last_and_is_refused_outside()
    {
        await using var engine = await StartAsync();

        var answer = await ListeningRun.PostAsync(engine, Line.Join(
            Line.Of("1", createdAt: "2015-06-05T00:00:00+01:00"), Line.Of("2", createdAt: "2015-06-21T23:59:59.999+01:00"),
            Line.Of("3", createdAt: "2015-06-04T22:59:59Z"), Line.Of("4", createdAt: "2015-06-21T23:00:00Z"), Line.Of("5", createdAt: "1970-01-01T00:00:00Z")));

        Assert.Equal((2, 2, 3), Counts(answer.Json));
        Assert.Equal(["3 outside window", "4 outside window", "5 outside window"], Refused(answer.Json));
    }

    [Fact]
    public async Task Where_no_line_is_accepted_the_answer_is_422_with_the_same_counts()
    {
        await using var engine = await StartAsync();

        var answer = await ListeningRun.PostAsync(engine, "{}");
        var empty = await ListeningRun.PostAsync(engine, "");

        Assert.Equal((422, "urn:campaigns:problem:no-mention-accepted"), (answer.Status, answer.Json.GetProperty("type").GetString()));
        Assert.Equal((0, 0, 1), Counts(answer.Json));
        Assert.Equal("The body holds no mention.", empty.Json.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("born on 16-09-1945", "16-09-1945")]
    [InlineData("Hello\\nNHS Number - 9430901519", "9430901519")]
    [InlineData("Hello\\r\\nsortcode 75 47 98", "75 47 98")]
    public async Task A_refused_value_is_shown_without_the_personal_data_that_a_wrong_mapping_put_there(string createdAt, string datum)
    {
        await using var engine = await StartAsync();

        var answer = await ListeningRun.PostAsync(engine, $$"""{"channel":"x","id":"1","createdAt":"{{createdAt}}","text":"x"}""");

        Assert.Equal(1, answer.Json.GetProperty("refused").GetInt32());
        Assert.DoesNotContain(datum, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_most_1000_refused_lines_are_shown_and_all_are_counted()
    {
        await using var engine = await StartAsync();

        var answer = await ListeningRun.PostAsync(engine, Line.Join(Enumerable.Repeat("{}", 1500).Append(Line.Of("1"))));

        Assert.Equal(1500, answer.Json.GetProperty("refused").GetInt32());
        Assert.Equal(1000, answer.Json.GetProperty("refusedLines").GetArrayLength());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("text/csv; charset=martian")]
    public async Task A_format_that_is_not_known_is_415(string contentType)
    {
        await using var engine = await StartAsync();

        Assert.Equal(415, (await ListeningRun.PostAsync(engine, Line.Of("1"), contentType)).Status);
    }

    [Theory]
    [InlineData("?channel=myspace")]
    [InlineData("?id=guess")]
    public async Task A_query_that_breaks_a_rule_is_422(string query)
    {
        await using var engine = await StartAsync();

        Assert.Single((await ListeningRun.PostAsync(engine, Line.Of("1"), query: query)).Faults);
    }

    [Fact]
    public async Task An_array_is_taken_item_by_item()
    {
        await using var engine = await StartAsync();

        var answer = await ListeningRun.PostAsync(engine, $"[{Line.Of("1")}, 7, {Line.Of("2")}]", "application/json");

        Assert.Equal((2, 2, 1), Counts(answer.Json));
        Assert.Equal(["2 bad syntax"], Refused(answer.Json));
    }

    [Fact]
    public async Task No_text_name_handle_or_id_gets_into_the_queue()
    {
        await using var engine = await StartAsync();
        await ListeningRun.PostAsync(engine, """
            {"channel":"x","id":"SECRETID","createdAt":"2015-06-08T10:00:00Z","text":"SECRETTEXT #MissingType","url":"https://SECRETURL","author":{"id":"SECRETAUTHOR","handle":"SECRETHANDLE","followers":5}}
            """);

        var message = Assert.Single(await ListeningRun.TrackAsync(engine)).Body.ToString();
        var cell = Convert.FromBase64String(JsonDocument.Parse(message).RootElement.GetProperty("cell").GetString()!);

        Assert.DoesNotContain("SECRET", message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(-1, cell.AsSpan().IndexOf("SECRET"u8));
        Assert.Equal(["v", "campaign", "generation", "hour", "cell"], JsonDocument.Parse(message).RootElement.EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task Mentions_of_one_hour_share_messages_of_up_to_48_KiB()
    {
        await using var engine = await StartAsync();
        await ListeningRun.PostAsync(engine, Line.Join(Enumerable.Range(0, 2000).Select(number => Line.Of($"{number}", author: $"a{number}", followers: number, likes: 1))));

        var messages = await ListeningRun.TrackAsync(engine);

        Assert.InRange(messages.Count, 2, 4);
        Assert.All(messages, message => Assert.InRange(message.Body.ToMemory().Length, 1, MentionsMessage.Longest));
        Assert.Equal(2000, messages.Sum(message => MentionsMessage.Read(message.Body).Records.Count));
        Assert.True(messages.Max(message => message.Body.ToMemory().Length) > 40_000);
    }

    [Fact]
    public async Task A_mention_of_two_campaigns_counts_in_each_and_one_of_an_archived_campaign_in_none()
    {
        await using var engine = await StartAsync();
        await SampleCampaign.PutAsync(engine, "second", SampleCampaign.Json.Replace("#NationalBloodWeek", "#Blood", StringComparison.Ordinal));
        await SampleCampaign.PutAsync(engine, "third");
        var delete = Call.Request(engine, "DELETE", "/api/campaigns/third");
        await Call.AnswerAsync(delete, engine.Function<DeleteCampaign>().Run(delete, "third", default));

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", text: "#missingtype #NATIONALBLOODWEEK #blood"));
        var second = await ListeningRun.ResultsAsync(engine, "second");

        Assert.Equal((1, 2), (results.GetProperty("mentions").GetInt32(), results.GetProperty("uses").GetProperty("total").GetInt32()));
        Assert.Equal((1, 2), (second.GetProperty("mentions").GetInt32(), second.GetProperty("uses").GetProperty("total").GetInt32()));
        Assert.Equal(JsonValueKind.Null, (await ListeningRun.ResultsAsync(engine, "third")).GetProperty("mentions").ValueKind);
    }

    [Fact]
    public async Task Hashtags_match_after_folding_in_any_width()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", text: "＃ｍｉｓｓｉｎｇＴＹＰＥ"), Line.Of("2", text: "#MISSINGTYPE"), Line.Of("3", text: "#MissingTypes https://example.org/#MissingType"), Line.Of("4", text: "#MissingType #missingtype")));

        Assert.Equal(3, results.GetProperty("uses").GetProperty("byHashtag").GetProperty("missingtype").GetInt32());
    }

    private async Task<TestEngine> StartAsync()
    {
        var engine = await TestEngine.StartAsync(azurite, Clock);
        await SampleCampaign.PutAsync(engine);
        return engine;
    }

    private static (int Accepted, int Matched, int Refused) Counts(JsonElement answer) =>
        (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("matched").GetInt32(), answer.GetProperty("refused").GetInt32());

    private static string[] Refused(JsonElement answer) => [.. answer.GetProperty("refusedLines").EnumerateArray()
        .Select(line => $"{line.GetProperty("line").GetInt32()} {line.GetProperty("reason").GetString()}")];
}
