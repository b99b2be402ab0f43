using System.Globalization;
using System.Text;
using Campaigns.Insight;
using Campaigns.Listening.Erasures;
using Campaigns.Listening.Texts;
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
