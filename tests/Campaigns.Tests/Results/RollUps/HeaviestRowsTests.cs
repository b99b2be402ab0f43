using System.Text.Json;
using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Results.RollUps;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.RollUps;

public sealed class HeaviestRowsTests(AzuriteFixture azurite)
{
    private const int MostOfAnEntity = 1024 * 1024;
    private const int MostOfAProperty = 64 * 1024;
    private const int MostProperties = 252;

    /// <summary>More than all people say in a year.</summary>
    private const long Many = 1_000_000_000_000;

    private static readonly KnownSum Sum = new(Many * 1_000_000, Many, Many);
    private static readonly AuthorTotals Authors = new(Many, Many, Many, Sum, Many, new UnnamedAuthors(Many, Many, Many));
    private static readonly Totals All = new()
    {
        Mentions = Many,
        WithoutAuthor = Many,
        Own = Many,
        Uses = Numbers().ToDictionary(number => number, _ => Many),
        Kinds = [Many, Many, Many, Many],
        Authors = Authors,
        Impressions = Sum,
        Likes = Sum,
        Shares = Sum,
        Comments = Sum,
        Views = Sum,
    };

    private static readonly CoUse[] HashtagPairs = [.. Numbers().SelectMany(_ => Numbers(), (one, other) => new CoUse(one, other, Many)).Where(pair => pair.Hashtag < pair.With)];
    private static readonly CoUse[] TopicPairs = [.. Numbers().SelectMany(_ => Numbers(), (hashtag, topic) => new CoUse(hashtag, topic, Many))];

    /// <summary>A plan has 200 accounts at most.</summary>
    private static readonly Dictionary<string, OwnUse> Own = Enumerable.Range(0, 200).ToDictionary(number => $"{number:x16}", _ => new OwnUse(Many, Many));

    [Fact]
    public void The_heaviest_day_and_summary_that_there_can_be_fit_an_entity()
    {
        Assert.All([.. Rows(), SummaryRows.ToRow("campaign.generation", SummaryRows.Summary, "plan", JsonSerializer.Serialize(Heaviest()))], row =>
        {
            var properties = ((IDictionary<string, object>)row).Where(property => property.Key is not ("odata.etag" or "Timestamp")).ToList();
            Assert.InRange(properties.Count, 1, MostProperties);
            Assert.All(properties, property => Assert.InRange(((string)property.Value).Length * 2, 0, MostOfAProperty));
            // A character takes two bytes at rest, in names and in values.
            Assert.InRange(properties.Sum(property => 12 + ((property.Key.Length + ((string)property.Value).Length) * 2)), 100_000, MostOfAnEntity * 9 / 10);
        });
    }

    [Fact]
    public async Task A_week_of_the_heaviest_days_is_written_with_its_summary_and_read_back()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var summaries = engine.Get<SummaryTable>();
        RollUpRow[] rows = [.. Enumerable.Range(1, 7).Select(number => RollUpRow.Of($"{SummaryRows.DayPrefix}2015-06-0{number}", DayJson($"2015-06-0{number}")))];

        Assert.True(await summaries.ReplaceAsync("heavy", "g", await summaries.ReadStoredAsync("heavy", "g", default), Heaviest(), rows, default));

        Assert.All((await summaries.ReadDayRowsAsync("heavy", "g", default)).Rows, day => Assert.Equal(TopicPairs, day.Parts!.TopicPairs));
        Assert.Equal(HashtagPairs, (await summaries.FindAsync("heavy", "g", default))!.Summary.HashtagPairs);
    }

    private static IEnumerable<TableEntity> Rows() => [SummaryRows.ToRow("campaign.generation", RollUpRow.Of($"{SummaryRows.DayPrefix}2015-06-08", DayJson("2015-06-08")))];

    private static string DayJson(string day) => JsonSerializer.Serialize(new DayTotals(day, All, [.. Enumerable.Range(0, 25).Select(hour => new HourTotals(400_000 + hour, All with { Authors = null }))])
    {
        Parts = new DayParts(
            Channel.All.ToDictionary(channel => channel, _ => new DayChannel(Many, All.Uses)),
            Numbers().ToDictionary(topic => topic, _ => new DayTopic(Many, Many)),
            Many,
            Numbers().ToDictionary(tag => tag, _ => Many),
            HashtagPairs,
            TopicPairs)
        {
            Own = Own,
        },
    });

    private static Summary Heaviest() => new(DateTimeOffset.UnixEpoch, "plan", All, Channel.All.ToDictionary(channel => channel, _ => new ChannelTotals(
        Many, All.Uses, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, Sum, Authors)))
    {
        Hashtags = Numbers().ToDictionary(tag => tag, _ => new PartTotals(Many, Sum, Authors)),
        Kinds = [.. Enumerable.Range(0, 4).Select(_ => new PartTotals(Many, Sum, Authors))],
        Topics = Numbers().ToDictionary(topic => topic, _ => new TopicTotals(Many, Many, Many)),
        LookAlikes = Numbers().ToDictionary(tag => tag, _ => Many),
        HashtagPairs = HashtagPairs,
        TopicPairs = TopicPairs,
        Own = Own,
    };

    private static IEnumerable<int> Numbers() => Enumerable.Range(0, TagNumbers.Most);
}
