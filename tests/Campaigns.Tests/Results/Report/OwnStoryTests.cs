using Campaigns.Publishing;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Listening.Supporters;
using Campaigns.Tests.Results.Posts;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Report;

public sealed class OwnStoryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Who_was_missed_how_posts_did_and_who_kept_silent_is_told_where_it_is_known()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, json: SampleCampaign.Json.Replace(
            "\"tell\"",
            """ "audience": [{ "dimension": "sex", "group": "men", "population": 50, "hardToReach": true }, { "dimension": "sex", "group": "women", "population": 50 }], "tell" """,
            StringComparison.Ordinal));
        await Supporting.ReplaceAsync(engine, Supporting.Organisation(id: "loud", name: "Loud"), Supporting.Organisation(id: "silent", name: "Silent"));
        await Posting.PutAsync(engine, "hello");
        await Posting.SettleAsync(engine, "hello", DeliveryState.Published, "2015-06-08T08:00:00Z");
        await Entering.PutAsync(engine, "likes", "2015-06-21", Entering.Json("1", ", \"post\": \"hello\""));
        await Entering.PutAsync(engine, "views", "2015-06-21", Entering.Json("70", ", \"post\": \"hello\""));
        await EnterAsync(engine, "men", "20");
        await EnterAsync(engine, "women", "80");
        await ListeningRun.ResultsAfterAsync(engine, Line.Of("1", author: "loud"));

        var report = (await Reporting.GetAsync(engine, "?format=json")).Json;
        var story = report.GetProperty("story").EnumerateArray().Select(sentence => string.Concat(sentence.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("text").GetString()))).ToList();

        var active = report.GetProperty("supporters").GetProperty("active").GetProperty("parts").EnumerateArray();
        Assert.Equal("1 of the 2 organisations that the campaign names took part in its last 30 days.", string.Concat(active.Select(part => part.GetProperty("text").GetString())));
        Assert.Contains("that the campaign names took part", await Reporting.TextAsync(engine, "html"), StringComparison.Ordinal);
        Assert.Contains("men (sex) was missed: 20% of people reached, where it is 50% of those whom the campaign is for (index 40).", story);
        Assert.Contains("The post hello on Bluesky (nhsbt.example): 70 views and 1 like.", story);
        Assert.DoesNotContain(story, sentence => sentence.StartsWith("70 views,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_page_has_no_room_for_is_counted()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var groups = string.Join(", ", Enumerable.Range(0, 7).Select(number => $$"""{ "dimension": "sex", "group": "g{{number}}", "population": 10, "hardToReach": true }"""));
        await SampleCampaign.PutAsync(engine, json: SampleCampaign.Json.Replace(
            "\"tell\"", $$""" "audience": [{{groups}}, { "dimension": "sex", "group": "others", "population": 10 }], "tell" """, StringComparison.Ordinal));
        foreach (var number in Enumerable.Range(0, 6))
        {
            await Posting.PutAsync(engine, $"post{number}");
            await Posting.SettleAsync(engine, $"post{number}", DeliveryState.Published, "2015-06-08T08:00:00Z");
            await Entering.PutAsync(engine, "views", "2015-06-21", Entering.Json("70", $", \"post\": \"post{number}\""));
        }

        foreach (var number in Enumerable.Range(0, 7))
        {
            await EnterAsync(engine, $"g{number}", "5");
        }

        await EnterAsync(engine, "others", "65");
        foreach (var number in Enumerable.Range(0, 23))
        {
            await Entering.PutAsync(engine, "followers", "2015-06-05", Entering.Followers("10", $"account{number}"));
            await Entering.PutAsync(engine, "followers", "2015-06-20", Entering.Followers("20", $"account{number}"));
        }

        var page = await Reporting.TextAsync(engine, "md");

        Assert.Contains("2 further groups that were missed stand in the results.", page, StringComparison.Ordinal);
        Assert.Contains("1 further post of which numbers were entered stands in the results.", page, StringComparison.Ordinal);
        Assert.Contains("3 further accounts of which it is known how they grew stand in the results.", page, StringComparison.Ordinal);
    }

    private static Task<Answer> EnterAsync(TestEngine engine, string group, string people) =>
        Entering.PutAsync(engine, "people-reached", "2015-06-11", Entering.Json(people, $$""", "dimension": "sex", "group": "{{group}}", "base": 100"""));
}
