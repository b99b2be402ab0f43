using System.Text.Json;
using Campaigns.Results.Exports;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Results.Metrics;
using Campaigns.Tests.Results.Report;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Windows;

/// <summary>Days that are still to come, and those that are not over, while a campaign runs.</summary>
public sealed class WindowToComeTests(AzuriteFixture azurite)
{
    private const string ToCome = "?from=2015-06-20&to=2015-06-21";

    // What the plan says is known whatever day it is.
    private static readonly string[] OfThePlan = ["listed", "accounts", "followersGainedUnknown"];

    private static readonly string Json = SampleCampaign.Json.Replace(
        "\"account\": \"nhsbt.example\"", "\"account\": \"nhsbt.example\", \"organisation\": { \"name\": \"NHSBT\", \"area\": \"England\" }", StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Days_that_are_still_to_come_are_not_yet_known_and_never_zero(bool heard)
    {
        await using var engine = await RunningAsync(heard);

        var window = await ListeningRun.ResultsAsync(engine, window: ToCome);

        var figures = FigureWalkTests.Walked(window).Where(figure => !OfThePlan.Contains(figure.Pointer.Split('/')[^1])).ToList();
        Assert.DoesNotContain(figures, figure => figure.Status != "not_yet");
        Assert.Contains(figures, figure => figure.Pointer == "/byOrganisation/0/postsPublished");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, 2), (window.GetProperty("mentions").ValueKind, window.GetProperty("contributors").ValueKind, window.GetProperty("window").GetProperty("days").GetInt32()));
        Assert.Equal("These days are still to come.", Of(window, "/potentialReach", "why"));
        var quiet = await ListeningRun.ResultsAsync(engine, window: "?from=2015-06-07&to=2015-06-07");
        Assert.Equal(heard ? "zero" : "not_yet", Of(quiet, "/mentions", "status"));
    }

    [Fact]
    public async Task A_table_and_a_report_of_days_to_come_have_no_zero_either()
    {
        await using var engine = await RunningAsync();
        var request = Call.Request(engine, "GET", $"/api/campaigns/missing-type/results.csv{ToCome}");

        var csv = await Call.AnswerAsync(request, engine.Function<GetResultsCsv>().Run(request, "missing-type", default));
        var report = (await Reporting.GetAsync(engine, $"{ToCome}&format=json")).Json;

        var zero = csv.Text.Split("\r\n").Where(line => line.Contains(",zero,", StringComparison.Ordinal) && !OfThePlan.Any(name => line.Contains($"/{name},", StringComparison.Ordinal)));
        Assert.Empty(zero);
        Assert.Contains("/mentions,,,mentions,not_yet,These days are still to come.", csv.Text, StringComparison.Ordinal);
        Assert.Empty(report.GetProperty("story").EnumerateArray());
        Assert.Contains(report.GetProperty("notKnown").EnumerateArray(), gap => (gap.GetProperty("what").GetString(), gap.GetProperty("why").GetString()) == ("Mentions", "These days are still to come."));
        Assert.Equal((200, 200), ((await Reporting.GetAsync(engine, ToCome)).Status, (await Reporting.GetAsync(engine, $"{ToCome}&format=md")).Status));
    }

    [Fact]
    public async Task The_change_to_days_that_are_not_over_is_not_known_and_says_of_which_days()
    {
        await using var engine = await RunningAsync();

        async Task<(string? Status, string? Why, string? Unlike, string Then)> ChangeAsync(string query)
        {
            var results = await ListeningRun.ResultsAsync(engine, window: query);
            FigureWalkTests.Walked(results);
            var (change, comparison) = (results.GetProperty("figures").GetProperty("/comparison/values/mentions/change"), results.GetProperty("comparison"));
            return (change.GetProperty("status").GetString(), change.TryGetProperty("why", out var why) ? why.GetString() : null,
                comparison.GetProperty("unlike").EnumerateArray().Select(words => words.GetString()).FirstOrDefault(), comparison.GetProperty("values").GetProperty("mentions").GetProperty("then").GetRawText());
        }

        const string here = "Not all of these days are over yet.";
        const string there = "Not all of the days that they are compared with are over yet.";
        Assert.Equal(("value", null, null, "1"), await ChangeAsync("?from=2015-06-07&to=2015-06-09&compareFrom=2015-06-06&compareTo=2015-06-08"));
        Assert.Equal(("not_yet", here, here, "1"), await ChangeAsync("?from=2015-06-09&to=2015-06-10&compareFrom=2015-06-07&compareTo=2015-06-08"));
        Assert.Equal(("not_yet", here, here, "1"), await ChangeAsync("?compareTo=2015-06-08"));
        Assert.Equal(("not_yet", there, there, "1"), await ChangeAsync("?from=2015-06-07&to=2015-06-08&compareFrom=2015-06-10&compareTo=2015-06-12"));
        Assert.Equal(("not_yet", "These days are still to come.", there, "null"), await ChangeAsync("?from=2015-06-07&to=2015-06-08&compareFrom=2015-06-20"));
        var told = (await Reporting.GetAsync(engine, "?from=2015-06-07&to=2015-06-08&compareFrom=2015-06-20&format=json")).Json;
        Assert.DoesNotContain(told.GetProperty("story").EnumerateArray(), sentence => sentence.GetProperty("text").GetString()!.StartsWith("Compared", StringComparison.Ordinal));
    }

    private static string? Of(JsonElement results, string pointer, string field) => results.GetProperty("figures").GetProperty(pointer).GetProperty(field).GetString();

    /// <summary>The sixth day of a campaign, with what was said on its first days.</summary>
    private async Task<TestEngine> RunningAsync(bool heard = true)
    {
        var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-10T12:00:00Z"));
        await SampleCampaign.PutAsync(engine, json: Json);
        if (heard)
        {
            await ListeningRun.ResultsAfterAsync(engine, Line.Join(
                Line.Of("1", createdAt: "2015-06-08T10:00:00Z", author: "a"), Line.Of("2", createdAt: "2015-06-09T10:00:00Z", author: "a"), Line.Of("3", createdAt: "2015-06-10T10:00:00Z", author: "a")));
        }

        return engine;
    }
}
