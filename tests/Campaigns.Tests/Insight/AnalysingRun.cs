using Azure.Data.Tables;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Campaigns.Insight;
using Campaigns.Listening.Texts;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Insight;

/// <summary>Drives the analysis of texts as its trigger does.</summary>
internal static class AnalysingRun
{
    /// <summary>An engine that asks a service which a test made.</summary>
    public static Task<TestEngine> StartAsync(AzuriteFixture azurite, Feelings service, string? prefix = null) =>
        TestEngine.StartAsync(azurite, change: services => services.AddSingleton<IAnalyser>(service), prefix: prefix);

    /// <summary>The queue of an engine's texts.</summary>
    public static QueueClient Queue(TestEngine engine) => engine.Get<StorageRim>().Queue(engine.Get<IOptions<TextsOptions>>().Value.TextsQueue);

    /// <summary>Takes every message that waits, without analysing it.</summary>
    public static async Task<IReadOnlyList<QueueMessage>> TakeAsync(TestEngine engine)
    {
        var taken = new List<QueueMessage>();
        while ((await Queue(engine).ReceiveMessagesAsync(32)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await Queue(engine).DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }

            taken.AddRange(messages);
        }

        return taken;
    }

    /// <summary>Analyses a message as a delivery of it does.</summary>
    public static Task DeliverAsync(TestEngine engine, QueueMessage message, CancellationToken cancellationToken = default) =>
        engine.Function<AnalyseTexts>().Run(message, cancellationToken);

    /// <summary>Analyses everything that waits.</summary>
    /// <returns>The messages.</returns>
    public static async Task<IReadOnlyList<QueueMessage>> AnalyseAsync(TestEngine engine)
    {
        var messages = await TakeAsync(engine);
        await Task.WhenAll(messages.Select(message => DeliverAsync(engine, message)));
        return messages;
    }

    /// <summary>What all texts of a campaign come to.</summary>
    public static async Task<InsightCounts> TotalsAsync(TestEngine engine, string generation, string campaign = "missing-type") =>
        (await engine.Get<InsightTable>().ReadDaysAsync(campaign, generation, default))
            .SelectMany(day => day.Groups.Values).Aggregate(default(InsightCounts), (all, counts) => all.Plus(counts));

    /// <summary>Every row of the table, as it rests.</summary>
    public static async Task<IReadOnlyList<TableEntity>> RowsAsync(TestEngine engine)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in engine.Get<StorageRim>().Table(TableNames.Insight).QueryAsync<TableEntity>())
        {
            rows.Add(row);
        }

        return rows;
    }
}
