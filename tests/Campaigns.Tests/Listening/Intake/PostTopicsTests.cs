using System.Text.Json;
using Campaigns.Listening.Cells;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Intake;

public sealed class PostTopicsTests(AzuriteFixture azurite)
{
    private static readonly TestClock Clock = TestClock.At("2015-06-30T12:00:00Z");

    private static readonly string WithTopics = SampleCampaign.Json.Replace(
        "\"plan\":",
        """ "topics": [{ "id": "giving", "any": ["give blood", "#GiveBlood"], "none": ["blood money"] }, { "id": "waiting", "any": ["waiting list"] }], "plan": """,
        StringComparison.Ordinal);

    [Fact]
    public async Task A_mention_with_a_topics_words_alone_is_no_use_and_keeps_nothing_of_its_author()
    {
        await using var engine = await StartAsync();

        var answer = await ListeningRun.PostAsync(engine, Line.Join(
            Line.Of("1", "Give blood!", author: "a1", followers: 70, authorKind: "organisation", likes: 3, kind: "share"),
            Line.Of("2", "Give blood #MissingType on the waiting list", author: "a2", followers: 80),
            Line.Of("3", "Give blood for blood money"),
            Line.Of("4", "Nothing of ours", author: "a4")));
        var records = await RecordsAsync(engine);

        Assert.Equal((4, 1, 1), Counts(answer.Json));
        Assert.Equal(2, records.Count);
        var only = Assert.Single(records, record => record.Tags == 0);
        Assert.Equal((1UL, MentionKind.Share), (only.Topics, only.Kind));
        Assert.Equal((default, MentionRecord.Unknown, MentionRecord.Unknown, MentionRecord.Unknown), (only.Author, only.Followers, only.LargestFollowers, only.Likes));
        Assert.Equal(AuthorKind.Unknown, only.AuthorKind);
        var used = Assert.Single(records, record => record.Tags == 1);
        Assert.Equal((3UL, 80L), (used.Topics, used.Followers));
        Assert.NotEqual(default, used.Author);
    }

    [Fact]
    public async Task A_mention_of_a_topic_outside_the_campaigns_dates_is_accepted_and_counts_nowhere()
    {
        await using var engine = await StartAsync();

        var answer = await ListeningRun.PostAsync(engine, Line.Join(
            Line.Of("1", "Give blood", "2015-06-04T22:59:59Z"), Line.Of("2", "Give blood", "2015-06-04T23:00:00Z"), Line.Of("3", "Give blood #MissingType", "2015-06-04T22:59:59Z")));

        Assert.Equal((2, 0, 1), Counts(answer.Json));
        Assert.Equal(1, answer.Json.GetProperty("refusedByReason").GetProperty("outside window").GetInt32());
        Assert.Single(await RecordsAsync(engine));
    }

    [Fact]
    public async Task Topics_add_nothing_to_mentions_uses_or_contributors()
    {
        await using var engine = await StartAsync();

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            Line.Of("1", "Give blood", author: "a1", followers: 70), Line.Of("2", "#MissingType, give blood", author: "a2", followers: 80)));

        Assert.Equal((1, 1), (results.GetProperty("mentions").GetInt32(), results.GetProperty("uses").GetProperty("total").GetInt32()));
        Assert.Equal((1, 80), (results.GetProperty("contributors").GetInt32(), results.GetProperty("potentialReach").GetInt32()));
    }

    [Fact]
    public async Task A_mention_kept_for_its_topic_gets_its_author_when_it_is_taken_in_again_for_its_hashtag()
    {
        await using var engine = await StartAsync();
        var lines = Line.Join(Line.Of("1", "Give blood #NewTag", author: "a1"), Line.Of("2", "Give blood #NewTag #MissingType", author: "a2"));
        Assert.Equal(1, (await ListeningRun.ResultsAfterAsync(engine, lines)).GetProperty("contributors").GetInt32());

        await SampleCampaign.ChangeAsync(engine, WithTopics.Replace("\"#MissingType\"", "\"#MissingType\", \"#NewTag\"", StringComparison.Ordinal));
        var results = await ListeningRun.ResultsAfterAsync(engine, lines);

        Assert.Equal((2, 2, 3), (results.GetProperty("mentions").GetInt32(), results.GetProperty("contributors").GetInt32(), results.GetProperty("uses").GetProperty("total").GetInt32()));
    }

    [Fact]
    public async Task A_topics_word_with_a_number_sign_must_be_one_hashtag()
    {
        await using var engine = await TestEngine.StartAsync(azurite, Clock);

        var answer = await SampleCampaign.AskAsync(engine, WithTopics.Replace("#GiveBlood", "#give blood", StringComparison.Ordinal));

        Assert.Equal(["topics[0].any[1]: must be one whole hashtag where it starts with #"], answer.Faults);
    }

    private async Task<TestEngine> StartAsync()
    {
        var engine = await TestEngine.StartAsync(azurite, Clock);
        await SampleCampaign.PutAsync(engine, json: WithTopics);
        return engine;
    }

    private static async Task<List<MentionRecord>> RecordsAsync(TestEngine engine)
    {
        var records = new List<MentionRecord>();
        foreach (var message in await ListeningRun.TrackAsync(engine))
        {
            records.AddRange(MentionsMessage.Read(message.Body).Records.Records);
        }

        return records;
    }

    private static (int Accepted, int Matched, int TopicsOnly) Counts(JsonElement answer) =>
        (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("matched").GetInt32(), answer.GetProperty("matchedTopicsOnly").GetInt32());
}
