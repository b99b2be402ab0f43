using System.IO.Pipelines;
using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Intake;
using Campaigns.Planning;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using IntakeOfOne = Campaigns.Listening.Intake.Intake;

namespace Campaigns.Tests.Listening;

/// <summary>The health-news headlines and both files of vaccination tweets: every hashtag count equals an independent one.</summary>
public sealed class EveryHashtagTests(AzuriteFixture azurite)
{
    private const int MostHashtags = 64;

    private static readonly string[] Files =
    [
        "vaccination_tweets.csv", "vaccination_all_tweets.csv",
        "health-news/bbchealth.txt", "health-news/gdnhealthcare.txt", "health-news/goodhealth.txt", "health-news/usnewshealth.txt",
    ];

    [Fact]
    public async Task Every_hashtag_of_every_file_is_counted_as_often_as_an_independent_count_says()
    {
        var files = Files.Select(TweetFile.Read).ToList();
        var counted = await TweetFile.CountAsync(Files);
        string[] hashtags = [.. counted.Values.SelectMany(file => file.Hashtags.Keys).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal((34_270, 4_610), (counted.Values.Sum(file => file.Tweets), hashtags.Length));
        // More hashtags than a campaign has numbers for: each campaign takes 64 of them, and all listen at once.
        var campaigns = Listened.Of([.. hashtags.Chunk(MostHashtags).Select(tags => (tags, Array.Empty<CampaignTopic>()))]);

        foreach (var file in files)
        {
            var expected = counted[Path.GetFileName(file.Name)];
            var uses = await UsesAsync(file, campaigns);

            Assert.Equal(expected.Hashtags.OrderBy(tag => tag.Key, StringComparer.Ordinal), uses.OrderBy(tag => tag.Key, StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task The_headlines_of_two_newspapers_give_the_same_counts_by_way_of_the_whole_engine()
    {
        string[] names = ["health-news/gdnhealthcare.txt", "health-news/usnewshealth.txt"];
        var files = names.Select(TweetFile.Read).ToList();
        var counted = await TweetFile.CountAsync(names);
        var expected = counted.Values.SelectMany(file => file.Hashtags).GroupBy(tag => tag.Key, tag => tag.Value)
            .Select(group => KeyValuePair.Create(group.Key, group.Sum())).OrderByDescending(tag => tag.Value).ThenBy(tag => tag.Key, StringComparer.Ordinal)
            .Take(MostHashtags).ToList();
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, "health-news", $$"""
            { "name": "Health news", "start": "2014-10-01", "end": "2015-04-30", "timeZone": "Europe/London",
              "hashtags": [{{string.Join(", ", expected.Select(tag => $"\"#{tag.Key}\""))}}], "plan": { "tell": "t", "hear": "h", "act": "a" } }
            """);

        foreach (var file in files)
        {
            var posted = await ListeningRun.PostAsync(engine, new MemoryStream(file.Body), file.ContentType);
            Assert.Equal((202, 0), (posted.Status, posted.Json.GetProperty("refused").GetInt32()));
        }

        await ListeningRun.TrackAsync(engine);
        await ListeningRun.SweepAsync(engine);
        var uses = (await ListeningRun.ResultsAsync(engine, "health-news")).GetProperty("uses");

        Assert.Equal(
            expected.OrderBy(tag => tag.Key, StringComparer.Ordinal),
            uses.GetProperty("byHashtag").EnumerateObject().Select(tag => KeyValuePair.Create(tag.Name, tag.Value.GetInt64())).OrderBy(tag => tag.Key, StringComparer.Ordinal));
        Assert.Equal(expected.Sum(tag => tag.Value), uses.GetProperty("total").GetInt64());
    }

    /// <summary>Takes a file in as a request does, and folds the records that its messages carry as cells hold them.</summary>
    private static async Task<IReadOnlyDictionary<string, long>> UsesAsync(TweetFile file, ListenedCampaigns campaigns)
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(60);
        var queue = new KeptMessages();
        var intake = new IntakeOfOne(campaigns, new MentionRules(now, "x", file.DerivesIds), new MentionPacker(queue), new TextPacker(new KeptMessages()), now);
        await (file.Format.Kind == MentionFormatKind.Csv
            ? MentionBodies.ReadCsvAsync(new MemoryStream(file.Body), file.Format.Encoding, intake, default)
            : MentionBodies.ReadLinesAsync(PipeReader.Create(new MemoryStream(file.Body)), intake, default));
        await intake.FlushAsync(default);
        Assert.Equal(0, intake.Counts.Refused);

        var uses = new Dictionary<string, long>();
        foreach (var cell in queue.Messages.Select(MentionsMessage.Read).GroupBy(message => message.Cell, message => message.Records))
        {
            var hashtags = campaigns.All.Single(listened => listened.Campaign.Id.Value == cell.Key.Campaign).Campaign.Hashtags;
            foreach (var record in cell.Aggregate(Cell.Empty, (all, more) => all.Merge(more)).Records)
            {
                foreach (var hashtag in hashtags.Where(hashtag => (record.Tags & 1UL << hashtag.Number) != 0))
                {
                    uses[hashtag.Tag.Folded] = uses.GetValueOrDefault(hashtag.Tag.Folded) + 1;
                }
            }
        }

        return uses;
    }
}
