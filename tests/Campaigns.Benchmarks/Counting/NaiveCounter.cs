using System.Diagnostics;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Campaigns.Benchmarks.Made;
using Campaigns.EndToEnd.Support;

namespace Campaigns.Benchmarks.Counting;

/// <summary>
/// The way that first comes to mind, as a yardstick: one message and one row for each mention, and a counter row that is read and written
/// with its ETag. Eight workers, each with the messages of one receive in turn. It reaches storage without a proxy between; what it sends is
/// counted in its clients.
/// </summary>
internal sealed class NaiveCounter
{
    private const int Workers = 8;
    private const int Senders = 8;
    private const int EachReceive = 16;

    private readonly RequestCount requests = new();
    private readonly QueueClient queue;
    private readonly TableClient table;
    private readonly int counters;
    private long sent;
    private long settled;
    private volatile bool isSent;

    /// <param name="storage">An emulator of its own.</param>
    /// <param name="name">The name of its queue and its table.</param>
    /// <param name="counters">How many counter rows share the counting.</param>
    public NaiveCounter(EngineStorage storage, string name, int counters)
    {
        this.counters = counters;
        queue = new QueueClient(storage.ConnectionString, name, requests.In(new QueueClientOptions()));
        table = new TableClient(storage.ConnectionString, name, requests.In(new TableClientOptions()));
    }

    private long Depth => Interlocked.Read(ref sent) - Interlocked.Read(ref settled);

    /// <summary>Counts mentions until all are counted or the time is over, and then those that are on their way.</summary>
    /// <param name="made">The mentions.</param>
    /// <param name="limit">How long it may take them in.</param>
    /// <exception cref="BenchmarkException">A counter is wrong.</exception>
    public async Task<NaiveFigures> RunAsync(MadeMentions made, TimeSpan limit)
    {
        await queue.CreateIfNotExistsAsync();
        await table.CreateIfNotExistsAsync();
        for (var counter = 0; counter < counters; counter++)
        {
            await table.AddEntityAsync(NaiveRows.Counter(counter));
        }

        var (before, started) = (requests.Count, Stopwatch.GetTimestamp());
        var workers = Enumerable.Range(0, Workers).Select(_ => Task.Run(WorkAsync)).ToArray();
        var taken = await HandInAsync(made, limit);
        isSent = true;
        await Task.WhenAll(workers);
        var (seconds, used) = (Stopwatch.GetElapsedTime(started).TotalSeconds, requests.Count - before);
        await ExpectAsync(made, taken);
        return new NaiveFigures(taken, taken / seconds, used / (double)taken, made.Lines.Count);
    }

    private async Task<int> HandInAsync(MadeMentions made, TimeSpan limit)
    {
        var (next, clock) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(async _ =>
        {
            while (clock.Elapsed < limit)
            {
                if (Depth >= ListeningRun.MostWaiting - Senders)
                {
                    await Task.Delay(5);
                }
                else if (Interlocked.Increment(ref next) is var number && number <= made.Lines.Count)
                {
                    await SendAsync(NaiveRows.Message(made.Lines[number - 1]));
                    if (number % Wire.StorageTraffic.RedeliverEvery == 1)
                    {
                        await SendAsync(NaiveRows.Message(made.Lines[number - 1]));
                    }
                }
                else
                {
                    return;
                }
            }
        }));
        return Math.Min(next, made.Lines.Count);
    }

    private async Task SendAsync(string message)
    {
        Interlocked.Increment(ref sent);
        await queue.SendMessageAsync(message);
    }

    private async Task WorkAsync()
    {
        while (!isSent || Depth > 0)
        {
            var messages = (await queue.ReceiveMessagesAsync(EachReceive, TimeSpan.FromMinutes(10))).Value;
            foreach (var message in messages)
            {
                var mention = NaiveRows.Read(message.Body.ToString());
                if (await IsNewAsync(mention))
                {
                    await CountAsync(mention);
                }

                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
                Interlocked.Increment(ref settled);
            }

            if (messages.Length == 0)
            {
                await Task.Delay(50);
            }
        }
    }

    private async Task<bool> IsNewAsync(MadeMention mention)
    {
        try
        {
            await table.AddEntityAsync(NaiveRows.Row(mention));
            return true;
        }
        catch (RequestFailedException known) when (known.Status == 409)
        {
            return false;
        }
    }

    private async Task CountAsync(MadeMention mention)
    {
        for (var attempt = 0; ; attempt++)
        {
            var counter = (await table.GetEntityAsync<TableEntity>(NaiveRows.Counters, NaiveRows.CounterOf(mention, counters))).Value;
            NaiveRows.Add(counter, mention);
            try
            {
                await table.UpdateEntityAsync(counter, counter.ETag, TableUpdateMode.Replace);
                return;
            }
            catch (RequestFailedException stale) when (stale.Status == 412)
            {
                // Another worker was faster: read again, after a moment that keeps the two apart.
                await Task.Delay(Random.Shared.Next(1, 5 << Math.Min(attempt, 4)));
            }
        }
    }

    private async Task ExpectAsync(MadeMentions made, int taken)
    {
        var total = NaiveRows.Counter(0);
        for (var counter = 0; counter < counters; counter++)
        {
            NaiveRows.Add(total, (await table.GetEntityAsync<TableEntity>(NaiveRows.Counters, counter.ToString("00", CultureInfo.InvariantCulture))).Value);
        }

        var expected = NaiveRows.Counter(0);
        foreach (var mention in made.Lines.Take(taken).DistinctBy(static line => line.Id))
        {
            NaiveRows.Add(expected, mention);
        }

        if (NaiveRows.Said(total) != NaiveRows.Said(expected))
        {
            throw new BenchmarkException($"One row each counted {NaiveRows.Said(total)}, and not {NaiveRows.Said(expected)}.");
        }
    }
}

/// <summary>What the yardstick measured.</summary>
/// <param name="Counted">How many mentions it counted.</param>
/// <param name="MentionsPerSecond">How many a second.</param>
/// <param name="TransactionsPerMention">Storage requests for each.</param>
/// <param name="Wanted">How many it was to count.</param>
internal sealed record NaiveFigures(int Counted, double MentionsPerSecond, double TransactionsPerMention, int Wanted);
