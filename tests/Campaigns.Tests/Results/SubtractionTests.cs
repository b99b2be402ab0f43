using System.Text.Json;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Listening.Supporters;
using Campaigns.Tests.Results.Supporters;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results;

/// <summary>Who reads several answers and subtracts: what is left is never of few people.</summary>
public sealed class SubtractionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_whole_without_a_hashtag_or_a_day_is_not_one_person()
    {
        await using var engine = await StartAsync();
        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [
                .. Enumerable.Range(0, 20).Select(number => Line.Of($"a{number}", "#NationalBloodWeek #MissingType", "2015-06-08T10:00:00Z", author: $"p{number}", followers: 10 + number)),
                .. Enumerable.Range(0, 20).Select(number => Line.Of($"b{number}", "#NationalBloodWeek #MissingType", "2015-06-09T10:00:00Z", author: $"p{number}", followers: 10 + number)),
                Line.Of("one", "#NationalBloodWeek", "2015-06-09T10:00:00Z", author: "somebody", followers: 137),
            ]));
        var (tag, day) = (results.GetProperty("byHashtag").GetProperty("missingtype"), (await ListeningRun.TimelineAsync(engine, "day")).GetProperty("rows")[0]);
        var told = new[] { ("hashtag", tag), ("day", day) }
            .Where(part => part.Item2.GetProperty("contributors").ValueKind == JsonValueKind.Number && part.Item2.GetProperty("potentialReach").ValueKind == JsonValueKind.Number)
            .Select(part => (part.Item1, People: results.GetProperty("contributors").GetInt64() - part.Item2.GetProperty("contributors").GetInt64(),
                Followers: results.GetProperty("potentialReach").GetInt64() - part.Item2.GetProperty("potentialReach").GetInt64()))
            .Where(left => left.People is > 0 and < 5).ToArray();

        Assert.True(told.Length == 0, string.Join("; ", told.Select(left => $"all but one {left.Item1}: {left.People} person with {left.Followers} followers")));
    }

    [Fact]
    public async Task What_one_person_feels_is_not_told_because_they_said_it_often()
    {
        await using var engine = await StartAsync();
        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Enumerable.Range(0, 6).Select(number => Line.Of($"b{number}", "I hate #MissingType", "2015-06-09T10:00:00Z", channel: "bluesky", author: "one", followers: 7)),
             .. Enumerable.Range(0, 30).Select(number => Line.Of($"x{number}", "I love #MissingType", author: $"x{number}", followers: 9))]));

        Assert.Equal(JsonValueKind.Null, results.GetProperty("byChannel").GetProperty("bluesky").GetProperty("contributors").ValueKind);
        var day = (await ListeningRun.TimelineAsync(engine, "day")).GetProperty("rows")[1];
        Assert.Equal(JsonValueKind.Null, day.GetProperty("contributors").ValueKind);
        Assert.True(
            results.GetProperty("sentiment").GetProperty("byChannel").GetProperty("bluesky").GetProperty("negative").ValueKind == JsonValueKind.Null && day.GetProperty("sentiment").GetProperty("negative").ValueKind == JsonValueKind.Null,
            $"channel {results.GetProperty("sentiment").GetProperty("byChannel").GetProperty("bluesky").GetRawText()} day {day.GetProperty("sentiment").GetRawText()}");
    }

    [Fact]
    public async Task A_hidden_language_is_not_told_by_how_many_were_not_offered()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Enumerable.Range(0, 3).Select(number => $$"""{"channel":"x","id":"c{{number}}","createdAt":"2015-06-08T10:00:00Z","text":"Mae rhoi gwaed yn achub bywydau ac mae'n hawdd iawn #MissingType","language":"cy"}"""),
             .. Enumerable.Range(0, 30).Select(number => Line.Of($"x{number}", "I love to give blood and you should too #MissingType"))]));

        Assert.Equal(JsonValueKind.Null, results.GetProperty("languages").GetProperty("cy").ValueKind);
        Assert.False(results.GetProperty("sentiment").GetProperty("notOffered").ValueKind == JsonValueKind.Number && results.GetProperty("sentiment").GetProperty("notOffered").GetInt64() == 3,
            $"{results.GetProperty("languages").GetRawText()} and notOffered {results.GetProperty("sentiment").GetProperty("notOffered").GetRawText()}");
    }

    [Fact]
    public async Task The_order_of_languages_does_not_tell_which_hidden_one_is_the_small_one()
    {
        async Task<string> Languages(string small, string large)
        {
            await using var engine = await StartAsync();
            var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
                [In("s1", small), .. Enumerable.Range(0, 5).Select(number => In($"l{number}", large)), .. Enumerable.Range(0, 30).Select(number => Line.Of($"e{number}", "I love #MissingType"))]));
            return results.GetProperty("languages").GetRawText();
        }

        // Six in two hidden languages are one and five: only their order could tell which has the one.
        Assert.Equal(await Languages("pl", "so"), await Languages("so", "pl"));
    }

    [Fact]
    public async Task A_days_reach_without_the_supporters_is_not_one_persons_follower_count()
    {
        await using var engine = await StartAsync();
        await Supporting.ReplaceAsync(engine, [.. Enumerable.Range(1, 5).Select(number => Supporting.Organisation(id: $"o{number}", name: $"College {number}"))]);
        await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [
                .. Enumerable.Range(1, 5).Select(number => Line.Of($"o{number}", createdAt: "2015-06-08T10:00:00Z", author: $"o{number}", followers: 1000 * number)),
                Line.Of("private", createdAt: "2015-06-08T11:00:00Z", author: "somebody", followers: 137),
                .. Enumerable.Range(0, 20).Select(number => Line.Of($"p{number}", createdAt: "2015-06-09T10:00:00Z", author: $"p{number}", followers: 10)),
            ]));

        var items = (await GetContributorsTests.GetAsync(engine)).GetProperty("items").EnumerateArray().ToArray();
        var day = (await ListeningRun.TimelineAsync(engine, "day")).GetProperty("rows")[0];
        var theirs = items.Where(item => item.GetProperty("firstMentionAt").GetString()!.StartsWith("2015-06-08", StringComparison.Ordinal)
            && item.GetProperty("lastMentionAt").GetString()!.StartsWith("2015-06-08", StringComparison.Ordinal)).ToArray();

        // Who reads both answers knows that one person beside the five spoke that day, and how many followers that person has.
        if (day.GetProperty("contributors").ValueKind == JsonValueKind.Number && day.GetProperty("potentialReach").ValueKind == JsonValueKind.Number
            && theirs.All(item => item.GetProperty("followers").ValueKind == JsonValueKind.Number))
        {
            var others = day.GetProperty("contributors").GetInt64() - theirs.Length;
            Assert.True(others is 0 or >= 5, $"{others} other(s) with {day.GetProperty("potentialReach").GetInt64() - theirs.Sum(item => item.GetProperty("followers").GetInt64())} followers");
        }
    }

    [Fact]
    public async Task A_hashtags_reach_without_the_supporters_is_not_one_persons_follower_count()
    {
        await using var engine = await StartAsync();
        await Supporting.ReplaceAsync(engine, [.. Enumerable.Range(1, 5).Select(number => Supporting.Organisation(id: $"o{number}", name: $"College {number}"))]);
        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [
                .. Enumerable.Range(1, 5).Select(number => Line.Of($"o{number}", "#NationalBloodWeek #MissingType", author: $"o{number}", followers: 1000 * number)),
                Line.Of("private", "#NationalBloodWeek", author: "somebody", followers: 137),
                .. Enumerable.Range(0, 20).Select(number => Line.Of($"p{number}", author: $"p{number}", followers: 10)),
            ]));

        var items = (await GetContributorsTests.GetAsync(engine)).GetProperty("items").EnumerateArray().ToArray();
        var both = items.Where(item => item.GetProperty("uses").GetInt64() == 2 && item.GetProperty("mentions").GetInt64() == 1).ToArray();
        var tag = results.GetProperty("byHashtag").GetProperty("nationalbloodweek");

        Assert.Equal(5, both.Length);
        Assert.False(
            tag.GetProperty("potentialReach").ValueKind == JsonValueKind.Number && both.All(item => item.GetProperty("followers").ValueKind == JsonValueKind.Number)
            && tag.GetProperty("potentialReach").GetInt64() - both.Sum(item => item.GetProperty("followers").GetInt64()) == 137, tag.GetRawText());
    }

    [Fact]
    public async Task Mentions_with_both_hashtags_or_without_one_do_not_tell_the_followers_of_the_few_who_wrote_them()
    {
        await using var engine = await StartAsync();
        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [
                .. Enumerable.Range(0, 30).SelectMany(number => new[] { "#MissingType", "#NationalBloodWeek" }.Select(tag => Line.Of($"{tag}{number}", tag, author: $"p{number}", followers: 10 + number))),
                Line.Of("both", "#NationalBloodWeek #MissingType", author: "p7", followers: 17),
            ]));

        // All thirty are in both parts: only by the mentions could the one be told who wrote both in one.
        Assert.Equal(JsonValueKind.Number, results.GetProperty("byHashtag").GetProperty("missingtype").GetProperty("potentialReach").ValueKind);
        Assert.All(["missingtype", "nationalbloodweek"], tag => Assert.Equal("suppressed", Felt.Text(results.GetProperty("figures").GetProperty($"/byHashtag/{tag}/potentialImpressions"), "status")));
    }

    [Fact]
    public async Task A_single_mention_without_a_hashtag_does_not_tell_the_followers_of_who_wrote_it()
    {
        await using var engine = await StartAsync();
        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Enumerable.Range(0, 30).Select(number => Line.Of($"{number}", "#NationalBloodWeek #MissingType", author: $"p{number}", followers: 10 + number)), Line.Of("one", "#NationalBloodWeek", author: "p7", followers: 17)]));

        Assert.Equal(30, results.GetProperty("byHashtag").GetProperty("missingtype").GetProperty("contributors").GetInt64());
        Assert.Equal("suppressed", Felt.Text(results.GetProperty("figures").GetProperty("/byHashtag/missingtype/potentialImpressions"), "status"));
    }

    [Fact]
    public async Task A_part_without_which_few_people_are_left_is_suppressed_and_says_so()
    {
        await using var engine = await StartAsync();
        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Enumerable.Range(0, 20).Select(number => Line.Of($"{number}", "#NationalBloodWeek #MissingType", author: $"p{number}", followers: 10)), Line.Of("one", "#NationalBloodWeek", author: "somebody", followers: 137)]));

        Assert.All(["contributors", "potentialReach", "potentialImpressions"], figure => Assert.Equal("suppressed", Felt.Text(results.GetProperty("figures").GetProperty($"/byHashtag/missingtype/{figure}"), "status")));
        Assert.Equal((21, 21, 337), (results.GetProperty("contributors").GetInt64(), results.GetProperty("byHashtag").GetProperty("nationalbloodweek").GetProperty("contributors").GetInt64(), results.GetProperty("potentialReach").GetInt64()));
    }

    private static string In(string id, string language) =>
        $$"""{"channel":"x","id":"{{id}}","createdAt":"2015-06-08T10:00:00Z","text":"and #MissingType","language":"{{language}}"}""";

    private async Task<TestEngine> StartAsync()
    {
        var engine = await Felt.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        return engine;
    }
}
