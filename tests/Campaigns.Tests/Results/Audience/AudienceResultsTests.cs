using System.Globalization;
using System.Text.Json;
using Campaigns.Http;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Audience;

public sealed class AudienceResultsTests(AzuriteFixture azurite)
{
    private const string Plan = """
        "audience": [
          { "dimension": "age", "group": "18-34", "population": 1000, "source": "ONS", "hardToReach": true },
          { "dimension": "age", "group": "35-64", "population": 2000 }, { "dimension": "age", "group": "65+", "population": 1000 },
          { "dimension": "sex", "group": "men", "population": 50, "hardToReach": true }, { "dimension": "sex", "group": "women", "population": 50 }],
        "tell"
        """;

    [Fact]
    public async Task Where_nobody_gave_any_it_is_not_yet_there_and_says_why()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAsync(engine);

        Assert.Equal("[]", results.GetProperty("audience").GetRawText());
        var figure = results.GetProperty("figures").GetProperty("/audience");
        Assert.Equal(("not_yet", "Nobody entered how an audience is made up, and no channel tells it yet."), (Text(figure, "status"), Text(figure, "why")));
    }

    [Fact]
    public async Task Groups_stand_beside_the_target_population_and_who_was_missed_is_named()
    {
        await using var engine = await StartAsync();
        await EnterAsync(engine, ("18-24", 40), ("25-34", 60), ("35-64", 500), ("65+", 400));

        var audience = await AudienceAsync(engine);

        Assert.Equal(
            [
                "18-34 people 100 of 1000 share 0.1, population 1000 0.25, audience 0.1, index 40, under True",
                "35-64 people 500 of 1000 share 0.5, population 2000 0.5, audience 0.5, index 100, under False",
                "65+ people 400 of 1000 share 0.4, population 1000 0.25, audience 0.4, index 160, under False",
            ],
            Lines(audience));
        Assert.Equal("""["18-34"]""", audience.GetProperty("missed").GetRawText());
        Assert.Equal(JsonValueKind.Null, audience.GetProperty("groups")[0].GetProperty("shareAtLeast").ValueKind);
    }

    [Fact]
    public async Task Bands_that_do_not_nest_are_not_compared_and_say_why()
    {
        await using var engine = await StartAsync();
        await EnterAsync(engine, ("16-34", 100), ("35-64", 500), ("65+", 400));

        var results = await ListeningRun.ResultsAsync(engine);

        var audience = results.GetProperty("audience")[0];
        Assert.Equal("16-34 people 100 of 1000 share 0.1, population null null, audience null, index null, under null", Lines(audience)[0]);
        var figure = results.GetProperty("figures").GetProperty("/audience/0/groups/0/index");
        Assert.Equal("not_offered", Text(figure, "status"));
        Assert.Contains("neither nests in the other", Text(figure, "why"), StringComparison.Ordinal);
        Assert.Contains("35-64 people 500 of 1000 share 0.5, population 2000 0.6667, audience 0.5556, index 83.3, under False", Lines(audience));
    }

    [Fact]
    public async Task A_sample_has_intervals_and_a_group_is_under_represented_only_beyond_them()
    {
        await using var engine = await StartAsync();
        await EnterAsync(engine, 60, true, ("men", 20), ("women", 40));
        var few = (await AudienceAsync(engine)).GetProperty("groups")[0];

        await EnterAsync(engine, 600, true, [("men", 200), ("women", 400)], "2015-06-12");
        var many = (await AudienceAsync(engine)).GetProperty("groups")[0];

        Assert.Equal(("0.3333", "0.2273", "0.4594", "66.7", "45.5", "91.9"), (Raw(few, "share"), Raw(few, "shareAtLeast"), Raw(few, "shareAtMost"), Raw(few, "index"), Raw(few, "indexAtLeast"), Raw(few, "indexAtMost")));
        Assert.Equal(("true", "0.2968", "0.372"), (Raw(many, "underRepresented"), Raw(many, "shareAtLeast"), Raw(many, "shareAtMost")));

        await EnterAsync(engine, 20, true, [("men", 7), ("women", 13)], "2015-06-13");
        Assert.Equal("false", Raw((await AudienceAsync(engine)).GetProperty("groups")[0], "underRepresented"));
    }

    [Theory]
    [InlineData("18-34:3,35-64:500,65+:497", "suppressed,value,suppressed")]
    [InlineData("18-34:0,35-64:500,65+:500", "zero,value,value")]
    [InlineData("18-34:100,35-64:500,65+:397", "suppressed,value,value")]
    [InlineData("18-34:0,35-64:0,65+:1000", "zero,zero,value")]
    [InlineData("18-34:0,35-64:3,65+:997", "zero,suppressed,suppressed")]
    public async Task Few_people_are_hidden_and_so_is_what_would_tell_them_by_subtraction(string groups, string expected)
    {
        await using var engine = await StartAsync();
        await EnterAsync(engine, [.. groups.Split(',').Select(group => (group.Split(':')[0], int.Parse(group.Split(':')[1], CultureInfo.InvariantCulture)))]);

        var results = await ListeningRun.ResultsAsync(engine);

        Assert.Equal(expected, string.Join(',', Enumerable.Range(0, 3).Select(group => Text(results.GetProperty("figures").GetProperty($"/audience/0/groups/{group}/people"), "status"))));
        Assert.DoesNotContain(results.GetProperty("audience")[0].GetProperty("groups").EnumerateArray(), group => Raw(group, "people") == "3" || (Raw(group, "people") == "null" && Raw(group, "share") != "null"));
        Assert.Empty(results.GetProperty("reported").EnumerateArray());
    }

    [Fact]
    public async Task A_small_base_tells_nothing()
    {
        await using var engine = await StartAsync();
        await EnterAsync(engine, 4, false, ("men", 0), ("women", 4));

        var results = await ListeningRun.ResultsAsync(engine);

        Assert.All(results.GetProperty("audience")[0].GetProperty("groups").EnumerateArray(), group => Assert.Equal(("null", "null"), (Raw(group, "people"), Raw(group, "base"))));
    }

    [Fact]
    public async Task A_group_is_read_back_as_entered_only_by_who_may_enter_it()
    {
        await using var engine = await StartAsync();
        var put = await Entering.PutAsync(engine, "people-reached", "2015-06-11", Body("age", "18-24", "3", "1000"));

        var request = Call.Request(engine, "GET", "/api/campaigns/missing-type/figures?dimension=age");
        request.HttpContext.Features.Set(new Caller("key:board", [Role.Reader], []));
        var listed = await Call.AnswerAsync(request, engine.Function<Campaigns.Results.Reported.ListFigures>().Run(request, "missing-type", default));

        Assert.Equal((201, "3"), (put.Status, Raw(put.Json, "value")));
        Assert.Equal(("null", "suppressed"), (Raw(listed.Json.GetProperty("items")[0], "value"), Text(listed.Json.GetProperty("items")[0], "status")));
        Assert.Equal(200, (await Entering.GetAsync(engine, "people-reached", "2015-06-11", "?dimension=age&group=18-24")).Status);
    }

    [Theory]
    [InlineData("\"dimension\": \"age\", \"base\": 500", "group")]
    [InlineData("\"group\": \"18-24\"", "dimension")]
    [InlineData("\"dimension\": \"age\", \"group\": \"18-24\"", "base")]
    [InlineData("\"base\": 100", "base")]
    [InlineData("\"dimension\": \"age\", \"group\": \"18-24\", \"base\": 5", "value")]
    [InlineData("\"dimension\": \"age\", \"group\": \"18-24\", \"base\": 500, \"unit\": \"percent\"", "value")]
    [InlineData("\"dimension\": \"age\", \"group\": \"18-24\", \"base\": 500, \"adds\": true", "adds")]
    [InlineData("\"dimension\": \"who\", \"group\": \"jane.doe@example.org\", \"base\": 500", "group")]
    [InlineData("\"post\": \"no-such-post\"", "post")]
    public async Task A_group_says_of_how_many_people_it_is_a_part(string more, string field)
    {
        await using var engine = await StartAsync();

        var answer = await Entering.PutAsync(engine, "people-reached", "2015-06-11", Entering.Json("150", $", {more}"));

        Assert.Equal(422, answer.Status);
        Assert.StartsWith(field, Assert.Single(answer.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Percent_is_a_part_of_its_base()
    {
        await using var engine = await StartAsync();
        await Entering.PutAsync(engine, "people-reached", "2015-06-11", Body("sex", "men", "33.3", "1000", ", \"unit\": \"percent\""));

        Assert.StartsWith("men people 333 of 1000 share 0.333", Lines(await AudienceAsync(engine))[0], StringComparison.Ordinal);
    }

    private static Task EnterAsync(TestEngine engine, params (string Group, int People)[] groups) => EnterAsync(engine, 1000, false, groups);

    private static Task EnterAsync(TestEngine engine, int of, bool isSample, params (string Group, int People)[] groups) => EnterAsync(engine, of, isSample, groups, "2015-06-11");

    private static async Task EnterAsync(TestEngine engine, int of, bool isSample, (string Group, int People)[] groups, string date)
    {
        foreach (var (group, people) in groups)
        {
            var answer = await Entering.PutAsync(
                engine, "people-reached", date, Body(char.IsDigit(group[0]) ? "age" : "sex", group, $"{people}", $"{of}", isSample ? ", \"sample\": true" : ""));
            Assert.Equal(201, answer.Status);
        }
    }

    private static string Body(string dimension, string group, string value, string of, string more = "") =>
        Entering.Json(value, $$""", "dimension": "{{dimension}}", "group": "{{group}}", "base": {{of}}{{more}}""");

    private static async Task<JsonElement> AudienceAsync(TestEngine engine) => (await ListeningRun.ResultsAsync(engine)).GetProperty("audience")[0];

    private static string[] Lines(JsonElement audience) =>
    [
        .. audience.GetProperty("groups").EnumerateArray().Select(group =>
            $"{Text(group, "group")} people {Raw(group, "people")} of {Raw(group, "base")} share {Raw(group, "share")}, population {Raw(group, "population")} {Raw(group, "populationShare")}, audience {Raw(group, "audienceShare")}, index {Raw(group, "index")}, under {(Raw(group, "underRepresented") is var under && under == "null" ? "null" : under == "true" ? "True" : "False")}"),
    ];

    private static string? Text(JsonElement value, string name) => value.GetProperty(name).GetString();

    private static string Raw(JsonElement value, string name) => value.GetProperty(name).GetRawText();

    private async Task<TestEngine> StartAsync()
    {
        var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, json: SampleCampaign.Json.Replace("\"tell\"", Plan, StringComparison.Ordinal));
        return engine;
    }
}
