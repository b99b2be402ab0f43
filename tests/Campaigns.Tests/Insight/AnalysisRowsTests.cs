using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Campaigns.Insight;
using Campaigns.Listening.Erasures;
using Campaigns.Listening.Texts;
using Campaigns.Planning;
using Campaigns.Storage;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Insight;

public sealed class AnalysisRowsTests(AzuriteFixture azurite)
{
    private readonly Feelings feelings = new();

    [Fact]
    public async Task What_is_analysed_when_the_retention_ended_meanwhile_changes_no_final_figure()
    {
        await using var engine = await AnalysingRun.StartAsync(azurite, feelings);
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Line.Join(Line.Of("1", "I love #MissingType")));
        feelings.Before = _ => engine.Get<Refusals>().CloseAsync(campaign.Id.Value, campaign.Generation, default);

        await AnalysingRun.AnalyseAsync(engine);

        Assert.Equal(1, feelings.Asked);
        Assert.Empty(await AnalysingRun.RowsAsync(engine));
    }

    [Fact]
    public async Task What_is_looked_at_and_what_it_came_to_rest_apart()
    {
        await using var engine = await AnalysingRun.StartAsync(azurite, feelings);
        await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Line.Join(Line.Of("1", "I love \"rare words\" #MissingType"), Line.Of("2", "I hate #MissingType")));
        var keys = TextsMessage.Read((await AnalysingRun.AnalyseAsync(engine))[0].Body).Texts.Select(text => text.Key).ToHashSet();

        var rows = await AnalysingRun.RowsAsync(engine);

        Assert.Equal(["day|2015-06-08", "looked|2015060810", "phrases|2015-06-08"], rows.Select(row => row.RowKey));
        foreach (var row in rows)
        {
            var bytes = row.Keys.Select(key => row[key]).OfType<byte[]>().SelectMany(part => part).ToArray();
            var holds = keys.Any(key => bytes.AsSpan().IndexOf(Convert.FromHexString(key.ToString("x16", CultureInfo.InvariantCulture))) >= 0);
            Assert.Equal(row.RowKey.StartsWith("looked|", StringComparison.Ordinal), holds);
            Assert.DoesNotContain("rare", Encoding.UTF8.GetString(bytes) + string.Join(' ', row.Keys.Select(key => row[key]).OfType<string>()), StringComparison.Ordinal);
        }

        // The row of the keys says nothing but that they were looked at.
        Assert.Equal(["B00", "K00", "Pages", "PartitionKey", "RowKey", "Timestamp", "odata.etag"], rows[1].Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_day_of_the_longest_phrases_in_other_letters_can_still_be_written()
    {
        await using var engine = await AnalysingRun.StartAsync(azurite, feelings);
        var campaign = await SampleCampaign.PutAsync(engine);
        var random = new Random(1);
        var texts = Enumerable.Range(0, 10).Select(_ => string.Join(' ', Enumerable.Range(0, 10).Select(_ =>
            $"\"{string.Concat(Enumerable.Range(0, 60).Select(at => at % 12 == 11 ? ' ' : (char)('а' + random.Next(32))))}\"")) + " #MissingType").ToArray();
        await ListeningRun.PostAsync(engine, Line.Join(Enumerable.Range(0, 50).Select(number => Line.Of($"{number}", texts[number % 10]))));

        await AnalysingRun.AnalyseAsync(engine);

        Assert.Equal(50, (await AnalysingRun.TotalsAsync(engine, campaign.Generation)).Analysed);
        await using var cold = await TestEngine.StartAsync(azurite, prefix: engine.Prefix);
        Assert.Equal(100, Assert.Single(await cold.Get<InsightTable>().ReadDaysAsync("missing-type", campaign.Generation, default)).Phrases.Count(phrase => phrase.Value == 5));
    }

    [Fact]
    public async Task With_the_embedded_analyser_long_phrases_do_not_stop_a_days_sentiment()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var campaign = await SampleCampaign.PutAsync(engine);
        var random = new Random(1);
        string Word(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('à' + random.Next(7))));
        var texts = Enumerable.Range(0, 40).Select(_ => "I love this and it is the best thing that we have ever had for all of them, "
            + string.Join(" and the ", Enumerable.Range(0, 6).Select(_ => $"{Word(19)} {Word(19)} {Word(20)}")) + " of the and that with this for you #MissingType").ToArray();
        await ListeningRun.PostAsync(engine, Line.Join(Enumerable.Range(0, 200).Select(number => Line.Of($"{number}", texts[number % 40]))));
        await AnalysingRun.AnalyseAsync(engine);

        await ListeningRun.ResultsAfterAsync(engine, Line.Of("friend", "I love it #MissingType"));

        Assert.Equal(201, (await AnalysingRun.TotalsAsync(engine, campaign.Generation)).LookedAt);
    }

    [Fact]
    public async Task Phrases_that_were_stored_as_a_text_are_read_and_go_on()
    {
        await using var engine = await AnalysingRun.StartAsync(azurite, feelings);
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Line.Join(Enumerable.Range(0, 5).Select(number => Line.Of($"{number}", "\"waiting list\" #MissingType"))));
        await AnalysingRun.AnalyseAsync(engine);
        var table = engine.Get<StorageRim>().Table(TableNames.Insight);
        var row = (await AnalysingRun.RowsAsync(engine)).Single(row => row.RowKey.StartsWith("day|", StringComparison.Ordinal));
        row.Remove("W00");
        row["Phrases"] = """{"caf\u00E9":7}""";
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        await using var next = await AnalysingRun.StartAsync(azurite, feelings, engine.Prefix);
        await ListeningRun.PostAsync(next, Line.Of("6", "\"waiting list\" #MissingType"));
        await AnalysingRun.AnalyseAsync(next);

        var day = Assert.Single(await next.Get<InsightTable>().ReadDaysAsync("missing-type", campaign.Generation, default));
        Assert.Equal([KeyValuePair.Create("café", 7L), KeyValuePair.Create("waiting list", 6L)], day.Phrases.OrderBy(phrase => phrase.Key, StringComparer.Ordinal));
        Assert.DoesNotContain((await AnalysingRun.RowsAsync(next)).Single(row => row.RowKey.StartsWith("day|", StringComparison.Ordinal)).Keys, key => key == "Phrases");
    }

    [Fact]
    public async Task A_day_fits_its_row_whatever_its_mentions_and_its_service_claim()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var random = new Random(1);
        var day = new InsightDay("2015-06-08");
        foreach (var channel in Channel.All)
        {
            for (var language = 0; language < 26 * 26; language++)
            {
                for (var tag = 0; tag < 64; tag += 9)
                {
                    day.Add(
                        new InsightGroup(channel, (1UL << tag) | (1UL << 63), (ulong)random.NextInt64(), $"{(char)('a' + (language / 26))}{(char)('a' + (language % 26))}"),
                        new InsightCounts { Positive = 1L << 40, Negative = 1L << 40, NotOffered = 1L << 40, Confidence = 1L << 50 });
                }
            }
        }

        for (var version = 0; version < 500; version++)
        {
            day.AddAnalyser("azure-ai-language", $"{version}" + new string('é', 300), 1);
        }

        for (var phrase = 0; phrase < 200; phrase++)
        {
            day.Show($"{phrase:000}" + string.Concat(Enumerable.Repeat("𝐚", 28)), phrase);
        }

        await engine.Get<StorageRim>().Table(TableNames.Insight).CreateIfNotExistsAsync();
        await engine.Get<StorageRim>().Table(TableNames.Insight).AddEntityAsync(InsightRows.Row("full.1", day));

        var read = Assert.Single(await engine.Get<InsightTable>().ReadDaysAsync("full", "1", default));
        Assert.Equal((100, 51, 500), (read.Phrases.Count, read.Analysers.Count, read.Analysers.Values.Sum()));
        Assert.Equal(day.Groups.Values.Sum(counts => counts.Positive >> 40), read.Groups.Values.Sum(counts => counts.Positive >> 40));
        Assert.Equal(Channel.All.Count * 26L * 26 * 8, read.Groups.Values.Sum(counts => counts.Positive >> 40));
    }

    [Fact]
    public async Task The_words_of_a_phrase_are_kept_once_enough_mentions_of_the_day_have_them()
    {
        await using var engine = await AnalysingRun.StartAsync(azurite, feelings);
        var campaign = await SampleCampaign.PutAsync(engine);
        for (var round = 0; round < 2; round++)
        {
            await ListeningRun.PostAsync(engine, Line.Join(Enumerable.Range(0, 3).Select(number =>
                Line.Of($"{round}-{number}", $"\"Waiting list\" \"waiting list\" \"[handle]\" \"missingtype\" {(number == 0 ? "\"seldom\"" : "")} #MissingType"))));
            await AnalysingRun.AnalyseAsync(engine);
            var day = Assert.Single(await engine.Get<InsightTable>().ReadDaysAsync("missing-type", campaign.Generation, default));
            Assert.Equal(round == 0 ? [] : [KeyValuePair.Create("waiting list", 6L)], day.Phrases);
        }
    }
}
