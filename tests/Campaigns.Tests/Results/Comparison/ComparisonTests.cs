using System.Text.Json;
using Campaigns.Http;
using Campaigns.Planning;
using Campaigns.Results;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Comparison;

public sealed class ComparisonTests(AzuriteFixture azurite)
{
    private static readonly string Earlier = SampleCampaign.Json.Replace("2015-06", "2014-06", StringComparison.Ordinal);
    private static readonly string Compared = SampleCampaign.Json.Replace("\"plan\"", "\"compareWith\": \"last-year\", \"plan\"", StringComparison.Ordinal);

    [Fact]
    public async Task Totals_stand_beside_those_of_the_earlier_campaign_with_the_change_once_it_is_over()
    {
        var clock = TestClock.At("2015-06-20T12:00:00Z");
        await using var engine = await StartAsync(clock);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("old-1", createdAt: "2014-06-08T10:00:00Z", author: "a"), Line.Of("old-2", createdAt: "2014-06-08T10:00:00Z", author: "a")), campaign: "last-year");
        var running = await ListeningRun.ResultsAfterAsync(engine, Line.Join(Line.Of("1", author: "a"), Line.Of("2", author: "b"), Line.Of("3", author: "c")));
        clock.Set(new DateTimeOffset(2015, 6, 22, 12, 0, 0, TimeSpan.Zero));
        var over = await ListeningRun.ResultsAsync(engine);

        Assert.Equal(("""{"then":2,"change":null,"changePercent":null}""", "not_yet"), (Raw(running, "uses"), Status(running, "uses/change")));
        Assert.Equal("""{"then":2,"change":1,"changePercent":50}""", Raw(over, "uses"));
        Assert.Equal("""{"then":1,"change":2,"changePercent":200}""", Raw(over, "contributors"));
        Assert.Equal(("zero", "zero", "not_offered"), (Status(over, "organisations/then"), Status(over, "organisations/change"), Status(over, "organisations/changePercent")));
        Assert.Equal(("not_offered", "not_offered"), (Status(over, "potentialReach/then"), Status(over, "potentialReach/change")));
        Assert.Equal("last-year", over.GetProperty("comparison").GetProperty("campaignId").GetString());
    }

    [Fact]
    public async Task While_it_runs_its_days_stand_beside_as_many_of_the_earlier_campaign()
    {
        var clock = TestClock.At("2015-06-09T12:00:00Z");
        await using var engine = await StartAsync(clock);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("old-1", createdAt: "2014-06-06T10:00:00Z", author: "a"), Line.Of("old-2", createdAt: "2014-06-08T22:59:00Z", author: "a"), Line.Of("old-3", createdAt: "2014-06-09T10:00:00Z", author: "a")), campaign: "last-year");
        var running = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", createdAt: "2015-06-05T10:00:00Z"), Line.Of("2", createdAt: "2015-06-08T10:00:00Z"), Line.Of("3", createdAt: "2015-06-08T11:00:00Z"), Line.Of("4", createdAt: "2015-06-09T11:00:00Z")));
        var soFar = running.GetProperty("comparison").GetProperty("soFar");

        Assert.Equal(4, soFar.GetProperty("days").GetInt32());
        Assert.Equal("""{"now":3,"then":2,"change":1,"changePercent":50}""", soFar.GetProperty("values").GetProperty("mentions").GetRawText());
        Assert.Equal(("2014-06-05T00:00:00+01:00", "2014-06-09T00:00:00+01:00"), (soFar.GetProperty("thenFrom").GetString(), soFar.GetProperty("thenTo").GetString()));
        Assert.Equal("not_offered", running.GetProperty("figures").GetProperty("/comparison/soFar/values/contributors/change").GetProperty("status").GetString());
        Campaigns.Tests.Results.Metrics.FigureWalkTests.Walked(running);
        clock.Set(new DateTimeOffset(2015, 6, 22, 12, 0, 0, TimeSpan.Zero));
        Assert.False((await ListeningRun.ResultsAsync(engine)).GetProperty("comparison").TryGetProperty("soFar", out _));
    }

    [Fact]
    public async Task A_change_is_not_known_before_the_other_campaign_is_over_too()
    {
        var clock = TestClock.At("2015-06-22T12:00:00Z");
        await using var engine = await StartAsync(clock, Of("2015-06-20", "2015-07-03"));
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", createdAt: "2015-06-08T10:00:00Z"), Line.Of("2", createdAt: "2015-06-09T10:00:00Z"), Line.Of("3", createdAt: "2015-06-22T10:00:00Z")));

        var half = await ListeningRun.ResultsAsync(engine);
        clock.Set(new DateTimeOffset(2015, 7, 4, 12, 0, 0, TimeSpan.Zero));
        var over = await ListeningRun.ResultsAsync(engine);

        const string said = "The other campaign is not over yet: what stands there is what it came to so far.";
        Assert.Equal(("""{"then":1,"change":null,"changePercent":null}""", "not_yet", "not_yet"), (Raw(half, "uses"), Status(half, "uses/change"), Status(half, "uses/changePercent")));
        Assert.Equal(said, half.GetProperty("figures").GetProperty("/comparison/values/uses/change").GetProperty("why").GetString());
        Assert.Equal(said, half.GetProperty("comparison").GetProperty("unlike")[0].GetString());
        Assert.Equal("""{"then":1,"change":1,"changePercent":100}""", Raw(over, "uses"));
        Assert.DoesNotContain(said, over.GetProperty("comparison").GetProperty("unlike").EnumerateArray().Select(words => words.GetString()));
        Assert.All([half, over], results => Campaigns.Tests.Results.Metrics.FigureWalkTests.Walked(results));
    }

    [Fact]
    public async Task Days_of_the_other_campaign_that_are_still_to_come_stand_beside_none_of_this_one()
    {
        var clock = TestClock.At("2015-06-12T12:00:00Z");
        await using var engine = await StartAsync(clock, Of("2015-06-10", "2015-06-23"));
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", createdAt: "2015-06-05T10:00:00Z"), Line.Of("2", createdAt: "2015-06-06T10:00:00Z"), Line.Of("3", createdAt: "2015-06-10T10:00:00Z"), Line.Of("4", createdAt: "2015-06-12T10:00:00Z")));

        var soFar = (await ListeningRun.ResultsAsync(engine)).GetProperty("comparison").GetProperty("soFar");
        clock.Set(new DateTimeOffset(2015, 6, 10, 12, 0, 0, TimeSpan.Zero));
        var first = await ListeningRun.ResultsAsync(engine);

        Assert.Equal((2, "2015-06-12T00:00:00+01:00"), (soFar.GetProperty("days").GetInt32(), soFar.GetProperty("thenTo").GetString()));
        Assert.Equal("""{"now":2,"then":1,"change":1,"changePercent":100}""", soFar.GetProperty("values").GetProperty("mentions").GetRawText());
        Assert.False(first.GetProperty("comparison").TryGetProperty("soFar", out _));
    }

    [Fact]
    public async Task Days_stand_beside_earlier_days_and_say_where_they_are_more()
    {
        await using var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-22T12:00:00Z"));
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", createdAt: "2015-06-05T10:00:00Z"), Line.Of("2", createdAt: "2015-06-12T10:00:00Z"), Line.Of("3", createdAt: "2015-06-12T11:00:00Z"), Line.Of("4", createdAt: "2015-06-13T11:00:00Z")));

        async Task<Answer> Asked(string query)
        {
            var request = Call.Request(engine, "GET", $"/api/campaigns/missing-type/results{query}");
            return await Call.AnswerAsync(request, engine.Function<GetResults>().Run(request, "missing-type", default));
        }

        var unequal = (await Asked("?from=2015-06-12&to=2015-06-13&compareFrom=2015-06-05&compareTo=2015-06-05")).Json;
        var empty = (await Asked("?from=2015-06-12&to=2015-06-13&compareFrom=2015-06-08&compareTo=2015-06-09")).Json;
        var wrong = await Asked("?from=2015-06-30&compareFrom=2015-06-09&compareTo=2015-06-08");

        Assert.Equal("""{"then":1,"change":2,"changePercent":200}""", Raw(unequal, "mentions"));
        Assert.Equal("2 days are compared with 1: sums grow with their number.", unequal.GetProperty("comparison").GetProperty("unlike")[0].GetString());
        Assert.Equal(("""{"then":0,"change":3,"changePercent":null}""", "not_offered"), (Raw(empty, "mentions"), Status(empty, "mentions/changePercent")));
        Assert.Equal(0, empty.GetProperty("comparison").GetProperty("unlike").GetArrayLength());
        Assert.Equal(["from", "compareTo"], wrong.Faults.Select(fault => fault.Split(':')[0]).ToArray());
        Assert.Equal(400, (await Asked("?compareFrom=June")).Status);
        Assert.All([unequal, empty], each => Campaigns.Tests.Results.Metrics.FigureWalkTests.Walked(each));
    }

    [Fact]
    public async Task Whoever_may_not_open_the_earlier_campaign_learns_nothing_of_it()
    {
        await using var engine = await StartAsync(TestClock.At("2015-06-22T12:00:00Z"));
        var request = Call.Request(engine, "GET", "/api/campaigns/missing-type/results");
        request.HttpContext.Features.Set(new Caller("key:reader", [Role.Reader], ["missing-type"]));

        var results = (await Call.AnswerAsync(request, engine.Function<GetResults>().Run(request, "missing-type", default))).Json;

        Assert.Equal("""{"then":null,"change":null,"changePercent":null}""", Raw(results, "uses"));
        Assert.Equal(("not_permitted", "not_permitted"), (Status(results, "uses/then"), Status(results, "uses/change")));
        Assert.Equal(JsonValueKind.Null, results.GetProperty("comparison").GetProperty("name").ValueKind);
    }

    [Theory]
    [InlineData("missing-type")]
    [InlineData("nobody-knows")]
    [InlineData("No id")]
    public async Task The_other_campaign_must_exist_and_be_another(string other)
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var answer = await PutAsync(engine, Compared.Replace("last-year", other, StringComparison.Ordinal));

        Assert.Equal((422, "compareWith"), (answer.Status, Assert.Single(answer.Faults).Split(':')[0]));
    }

    [Fact]
    public async Task A_key_of_some_campaigns_cannot_look_into_others_by_comparing()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, "last-year", Earlier);
        await SampleCampaign.PutAsync(engine, "missing-type", SampleCampaign.Json);

        var refused = await PutAsync(engine, Compared, new Caller("key:manager", [Role.Manager], ["missing-type"]));
        Assert.Equal((422, "compareWith"), (refused.Status, Assert.Single(refused.Faults).Split(':')[0]));
        Assert.Equal(200, (await PutAsync(engine, Compared, new Caller("key:manager", [Role.Manager], ["missing-type", "last-year"]))).Status);
    }

    private static string Of(string start, string end) =>
        SampleCampaign.Json.Replace("2015-06-05", start, StringComparison.Ordinal).Replace("2015-06-21", end, StringComparison.Ordinal);

    private static string Raw(JsonElement results, string metric) => results.GetProperty("comparison").GetProperty("values").GetProperty(metric).GetRawText();

    private static string? Status(JsonElement results, string pointer) =>
        results.GetProperty("figures").GetProperty($"/comparison/values/{pointer}").GetProperty("status").GetString();

    private static Task<Answer> PutAsync(TestEngine engine, string json, Caller? caller = null)
    {
        var request = Call.Request(engine, "PUT", "/api/campaigns/missing-type", json, caller is null ? [] : ["If-Match: *"]);
        if (caller is not null)
        {
            request.HttpContext.Features.Set(caller);
        }

        return Call.AnswerAsync(request, engine.Function<PutCampaign>().Run(request, "missing-type", default));
    }

    private async Task<TestEngine> StartAsync(TimeProvider clock, string? other = null)
    {
        var engine = await TestEngine.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine, "last-year", other ?? Earlier);
        Assert.Equal(201, (await PutAsync(engine, Compared)).Status);
        return engine;
    }
}
