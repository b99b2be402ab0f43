using System.Diagnostics;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Campaigns.Benchmarks.Wire;

namespace Campaigns.Benchmarks.Listening;

/// <summary>
/// The way that first comes to mind, as a yardstick on the same emulator: one message and one row for each mention, and a counter row
/// that is read and written with its ETag. Eight workers.
/// </summary>
internal sealed class NaiveCounter(CountedStorage storage)
{
    private const int Workers = 8;

    /// <summary>Counts so many mentions.</summary>
    public async Task<(double MentionsPerSecond, double TransactionsPerMention)> RunAsync(int mentions, TimeSpan limit)
    {
        using var patience = new CancellationTokenSource(limit);
        var queue = new QueueClient(storage.Counted.ConnectionString, "naive");
        var table = new TableClient(storage.Counted.ConnectionString, "Naive");
        try
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: patience.Token);
            await table.CreateIfNotExistsAsync(patience.Token);
            await table.AddEntityAsync(new TableEntity("counter", "all") { ["Mentions"] = 0 }, patience.Token);
            var before = storage.Traffic.Counts.Values.Sum();
            var clock = Stopwatch.StartNew();
            await Parallel.ForAsync(0, mentions, new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = patience.Token }, async (number, cancellationToken) =>
                await queue.SendMessageAsync(number.ToString(CultureInfo.InvariantCulture), cancellationToken));
            await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(queue, table, patience.Token)));
            var seconds = clock.Elapsed.TotalSeconds;
            var counted = (await table.GetEntityAsync<TableEntity>("counter", "all", cancellationToken: patience.Token)).Value.GetInt32("Mentions");
            return counted == mentions
                ? (mentions / seconds, (storage.Traffic.Counts.Values.Sum() - before) / (double)mentions)
                : throw new BenchmarkException($"One row each counted {counted} of {mentions} mentions.");
        }
        catch (OperationCanceledException)
        {
            throw new BenchmarkException($"One message and one row each: {mentions:N0} mentions were not counted within {limit}.");
        }
    }

    private static async Task WorkAsync(QueueClient queue, TableClient table, CancellationToken cancellationToken)
    {
        while ((await queue.ReceiveMessageAsync(cancellationToken: cancellationToken)).Value is { } message)
        {
            await table.AddEntityAsync(new TableEntity("mentions", message.Body.ToString()), cancellationToken);
            while (!await CountAsync(table, cancellationToken))
            {
                // Another worker was faster: read again.
            }

            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
        }
    }

    private static async Task<bool> CountAsync(TableClient table, CancellationToken cancellationToken)
    {
        var counter = (await table.GetEntityAsync<TableEntity>("counter", "all", cancellationToken: cancellationToken)).Value;
        counter["Mentions"] = counter.GetInt32("Mentions") + 1;
        try
        {
            await table.UpdateEntityAsync(counter, counter.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException stale) when (stale.Status == 412)
        {
            return false;
        }
    }
}
