using System.Text.Json;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Intake;

public sealed class CsvMentionsTests(AzuriteFixture azurite)
{
    private const string Vaccination = """
        { "name": "Vaccination", "start": "2020-12-12", "end": "2021-04-30", "timeZone": "Europe/London",
          "hashtags": ["#PfizerBioNTech"], "plan": { "tell": "t", "hear": "h", "act": "a" } }
        """;

    [Fact]
    public async Task A_refused_record_is_named_by_the_line_where_it_starts()
    {
        await using var engine = await StartAsync();

        var answer = await ListeningRun.PostAsync(engine, "id,date,text\r\n1,2015-06-08 10:00:00,\"two\r\nlines #MissingType\"\r\n\r\n2,yesterday,\"x\ny\"\r\n3,2015-06-08 10:00,\"a \"\"b\"\" #MissingType\"\r\n4,2015/6/8 9:05\r\n", "text/csv", "?channel=x");

        Assert.Equal(2, answer.Json.GetProperty("matched").GetInt32());
        Assert.Equal(["5 bad field", "8 bad syntax"], Refused(answer.Json));
    }

    [Fact]
    public async Task Empty_cells_are_unknown_and_every_mapped_column_is_read()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(
            engine,
            "platform;tweet_id;kind;created_at;full_text;author_id;author_kind;followers_count;like_count;retweet_count;reply_count;view_count;mood\n"
            + "x;1;reply;2015-06-08T10:00:00Z;#MissingType;a;organisation;20000.0;1;;3;4;good\n"
            + "bluesky;1;;2015-06-08T10:00:00Z;#MissingType;;;;;;;;\n",
            "text/csv");

        Assert.Equal((2, 1), (results.GetProperty("mentions").GetInt32(), results.GetProperty("mentionsWithoutAuthor").GetInt32()));
        Assert.Equal((1, 1, 20000), (results.GetProperty("organisations").GetInt32(), results.GetProperty("influencers").GetInt32(), results.GetProperty("potentialReach").GetInt32()));
        Assert.Equal("""{"likes":1,"shares":null,"comments":3,"views":4,"unknown":{"likes":1,"shares":2,"comments":1,"views":1}}""", results.GetProperty("engagements").GetRawText());
        Assert.Equal(1, results.GetProperty("byKind").GetProperty("reply").GetInt32());
    }

    [Fact]
    public async Task A_share_column_tells_shares()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(
            engine, "id,date,text,is_retweet\n1,2015-06-08 10:00:00,#MissingType,True\n2,2015-06-08 10:00:00,#MissingType,FALSE\n", "text/csv", "?channel=x");

        Assert.Equal((1, 1), (results.GetProperty("byKind").GetProperty("share").GetInt32(), results.GetProperty("byKind").GetProperty("original").GetInt32()));
    }

    [Fact]
    public async Task A_quotation_mark_that_never_closes_loses_only_what_stands_behind_it()
    {
        await using var engine = await StartAsync();

        var answer = await ListeningRun.PostAsync(engine, "id,date,text\n1,2015-06-08 10:00:00,#MissingType\n2,2015-06-08 10:00:00,\"open\n3,2015-06-08 10:00:00,x\n", "text/csv", "?channel=x");
        var endless = await ListeningRun.PostAsync(engine, "id,date,text\n1,2015-06-08 10:00:00,#MissingType\n2,2015-06-08 10:00:00,\"" + new string('x', 2_000_000), "text/csv", "?channel=x");

        Assert.Equal(["3 bad syntax"], Refused(answer.Json));
        Assert.Equal((1, "3 bad syntax"), (endless.Json.GetProperty("accepted").GetInt32(), Assert.Single(Refused(endless.Json))));
    }

    [Fact]
    public async Task A_file_without_a_required_column_names_it_on_every_line()
    {
        await using var engine = await StartAsync();

        var answer = await ListeningRun.PostAsync(engine, "id,text\n1,x\n", "text/csv", "?channel=x");

        Assert.Equal(422, answer.Status);
        Assert.Equal("createdAt", answer.Json.GetProperty("refusedLines")[0].GetProperty("faults")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task Ids_that_a_spreadsheet_rounded_are_refused_by_default_with_the_reason()
    {
        Assert.SkipWhen(RepositoryRoot.SharedData is null, "../shared/data is absent");
        await using var engine = await StartAsync("vaccination", Vaccination);

        var answer = await PostFileAsync(engine, "text/csv; charset=ks_c_5601-1987", "?channel=x");

        Assert.True(answer.Json.GetProperty("refusedByReason").GetProperty("damaged id").GetInt32() > 9000, answer.Text);
        Assert.Contains("a spreadsheet rounded this id", answer.Json.GetProperty("refusedLines")[0].GetProperty("faults")[0].GetProperty("rule").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/csv; charset=cp949")]
    [InlineData("text/csv; charset=\"ks_c_5601-1987\"")]
    public async Task Ids_can_be_derived_and_the_encoding_named(string contentType)
    {
        Assert.SkipWhen(RepositoryRoot.SharedData is null, "../shared/data is absent");
        await using var engine = await StartAsync("vaccination", Vaccination);

        var answer = await PostFileAsync(engine, contentType, "?channel=x&id=derive");

        Assert.Equal(9999, answer.Json.GetProperty("accepted").GetInt32());
        Assert.Equal(2991, answer.Json.GetProperty("matched").GetInt32());
    }

    [Fact]
    public async Task The_same_line_derives_the_same_id_whenever_it_is_posted()
    {
        await using var engine = await StartAsync();
        const string file = "id,user_name,date,text\n1.33816E+18,a,2015/6/8 9:05,#MissingType one\n1.33816E+18,a,2015/6/8 9:05,#MissingType two\n";

        await ListeningRun.ResultsAfterAsync(engine, file, "text/csv", "?channel=x&id=derive");
        var results = await ListeningRun.ResultsAfterAsync(engine, file, "text/csv", "?channel=x&id=derive");

        Assert.Equal((2, 1), (results.GetProperty("mentions").GetInt32(), results.GetProperty("contributors").GetInt32()));
    }

    private async Task<TestEngine> StartAsync(string id = "missing-type", string json = SampleCampaign.Json)
    {
        var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, id, json);
        return engine;
    }

    private static async Task<Answer> PostFileAsync(TestEngine engine, string contentType, string query)
    {
        await using var file = File.OpenRead(Path.Combine(RepositoryRoot.SharedData!, "vaccination_all_tweets.csv"));
        return await ListeningRun.PostAsync(engine, file, contentType, query);
    }

    private static string[] Refused(JsonElement answer) => [.. answer.GetProperty("refusedLines").EnumerateArray()
        .Select(line => $"{line.GetProperty("line").GetInt32()} {line.GetProperty("reason").GetString()}")];
}
