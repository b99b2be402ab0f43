using Azure.Storage.Queues.Models;
using Campaigns.Insight;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Insight;

/// <summary>Random histories of batches beside a naive model: a set of mentions.</summary>
public sealed class AnalysisSimulationTests(AzuriteFixture azurite)
{
    private static readonly string[] Words = ["love", "hate", "both", "so so", "refused", "dear"];

    [Fact]
    public async Task Any_history_of_batches_comes_to_what_a_set_of_mentions_comes_to()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync(one.Prefix);
        var number = 0;
        var histories = Gen.ListOf(Gen.Zip(Gen.Choose(0, 2), Gen.NonEmptyListOf(Gen.Choose(0, 25))));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), Prop.ForAll(histories.ToArbitrary(), history =>
            HoldsAsync(one, other, $"c{Interlocked.Increment(ref number)}", [.. history.Select(batch => (batch.Item1, batch.Item2.ToArray()))]).GetAwaiter().GetResult()));
    }

    private static async Task<bool> HoldsAsync(TestEngine one, TestEngine other, string id, (int Hour, int[] Mentions)[] history)
    {
        var campaign = await SampleCampaign.PutAsync(one, id);
        var messages = history.Select(batch => Message(new CellId(id, campaign.Generation, 398_000 + batch.Hour), batch.Mentions)).ToArray();

        // Each comes twice, to one worker or the other, side by side.
        await Parallel.ForEachAsync(messages.Concat(messages).Index(), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (message, _) =>
            await AnalysingRun.DeliverAsync(message.Index % 3 == 0 ? other : one, message.Item, default));
        foreach (var again in await AnalysingRun.TakeAsync(one))
        {
            await AnalysingRun.DeliverAsync(one, again);
        }

        var expected = history.SelectMany(batch => batch.Mentions.Select(mention => (batch.Hour, mention))).Distinct()
            .Aggregate(default(InsightCounts), (all, mention) => all.Plus(InsightCounts.Of(Feelings.Of(TextOf(mention.mention)))));
        return await AnalysingRun.TotalsAsync(one, campaign.Generation, id) == expected;
    }

    private static string TextOf(int mention) => $"{Words[mention % Words.Length]} #MissingType";

    private static QueueMessage Message(CellId hour, int[] mentions)
    {
        var queue = new KeptMessages();
        var packer = new TextPacker(queue);
        var match = default(TextMatch);
        match.Add(new Campaigns.Listening.TagUse(0, 1));
        foreach (var mention in mentions)
        {
            packer.Add(hour, (ulong)mention + 1, "x", match, null, System.Text.Encoding.UTF8.GetBytes(TextOf(mention)));
        }

        packer.FlushAsync(default).GetAwaiter().GetResult();
        return QueuesModelFactory.QueueMessage("id", "receipt", Assert.Single(queue.Messages), 1);
    }

    private Task<TestEngine> StartAsync(string? prefix = null) => AnalysingRun.StartAsync(azurite, new Feelings(), prefix);
}
