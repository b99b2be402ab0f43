using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Campaigns.EndToEnd.Support;

namespace Campaigns.Benchmarks.Wire;

/// <summary>
/// Storage requests by what they were for, counted at the wire. An entity group transaction is one request. It also follows the queue of
/// mentions, so that a run knows when the last message was settled, and delivers some messages twice.
/// </summary>
/// <param name="mentionsQueue">The whole name of the queue of mentions.</param>
/// <param name="textsQueue">The whole name of the queue of texts.</param>
/// <param name="rollUpsQueue">The whole name of the queue of roll-ups.</param>
/// <param name="tablePrefix">Stands before each table's name.</param>
internal sealed partial class StorageTraffic(string mentionsQueue, string textsQueue, string rollUpsQueue, string tablePrefix)
{
    /// <summary>One message in so many is delivered twice: 2%.</summary>
    public const int RedeliverEvery = 50;

    private readonly ConcurrentDictionary<Purpose, long> counts = new();
    private long sent;
    private long settled;
    private long settledAt;
    private long texts;
    private long deepest;
    private long cellWrites;

    /// <summary>Puts a message into the queue a second time, past the proxy; null where none is.</summary>
    public Func<string, Task>? Redeliver { get; set; }

    /// <summary>What has been counted so far.</summary>
    public IReadOnlyDictionary<Purpose, long> Counts => Enum.GetValues<Purpose>().ToDictionary(static purpose => purpose, purpose => counts.GetValueOrDefault(purpose));

    /// <summary>How many messages of mentions were sent and are not settled yet.</summary>
    public long Depth => Interlocked.Read(ref sent) - Interlocked.Read(ref settled);

    /// <summary>How many messages of texts were sent and are not settled yet.</summary>
    public long Texts => Interlocked.Read(ref texts);

    /// <summary>The greatest depth so far.</summary>
    public long Deepest => Interlocked.Read(ref deepest);

    /// <summary>How many requests tried to write cells, refused ones included.</summary>
    public long CellWrites => Interlocked.Read(ref cellWrites);

    /// <summary>When the last message of mentions was settled, as a <see cref="Stopwatch"/> timestamp.</summary>
    public long SettledAt => Interlocked.Read(ref settledAt);

    /// <summary>Starts a proxy that counts what passes through it.</summary>
    /// <param name="target">The storage service's port.</param>
    public Task<PassingProxy> WatchAsync(int target) => PassingProxy.StartAsync(target, onWayBack: async passing =>
    {
        counts.AddOrUpdate(PurposeOf(passing), 1, static (_, count) => count + 1);
        if (IsMention(passing.Path))
        {
            await FollowAsync(passing);
        }
        else if (passing.Path.Contains($"/{textsQueue}/messages", StringComparison.Ordinal))
        {
            Interlocked.Add(ref texts, passing switch { { Method: "POST", Status: 201 } => 1, { Method: "DELETE", Status: 204 } => -1, _ => 0 });
        }

        return true;
    });

    private async Task FollowAsync(Passing passing)
    {
        if (passing is { Method: "POST", Status: 201 })
        {
            var number = Interlocked.Increment(ref sent);
            if (Redeliver is { } redeliver && number % RedeliverEvery == 1)
            {
                Interlocked.Increment(ref sent);
                await redeliver(TextOf(passing));
            }

            Interlocked.Exchange(ref deepest, Math.Max(Deepest, Depth));
        }
        else if (passing is { Method: "DELETE", Status: 204 })
        {
            Interlocked.Exchange(ref settledAt, Stopwatch.GetTimestamp());
            Interlocked.Increment(ref settled);
        }
    }

    /// <summary>The text of a message that a request puts.</summary>
    public static string TextOf(Passing passing) => XDocument.Load(new MemoryStream(passing.Request)).Root!.Element("MessageText")!.Value;

    private bool IsMention(string path) => path.Contains($"/{mentionsQueue}/messages", StringComparison.Ordinal);

    private Purpose PurposeOf(Passing passing)
    {
        var (method, path, request, answer) = (passing.Method, passing.Path, passing.Request, passing.Answer);
        var parts = path.Split('/', 4, StringSplitOptions.RemoveEmptyEntries);
        var resource = parts.ElementAtOrDefault(1) ?? "";
        if (parts.ElementAtOrDefault(2) is { } rest && rest.StartsWith("messages", StringComparison.Ordinal))
        {
            return method == "GET" && answer.AsSpan().IndexOf("<QueueMessage>"u8) < 0 ? Purpose.Polling
                : resource == mentionsQueue ? (method == "POST" ? Purpose.Ingest : Purpose.Tracking)
                : resource == rollUpsQueue ? Purpose.RollUp
                : resource == textsQueue ? Purpose.Insight
                : Purpose.Other;
        }

        if (resource == "$batch")
        {
            // The table and what is done to it stand in the body, near its start; all operations are on one table.
            var operation = Operation().Match(Encoding.UTF8.GetString(request.AsSpan(0, Math.Min(request.Length, 4096))));
            return OnTable(operation.Groups[1].Value, operation.Groups[2].Value, point: true);
        }

        return OnTable(method, resource.Split('(')[0], point: resource.EndsWith("')", StringComparison.Ordinal));
    }

    private Purpose OnTable(string method, string table, bool point) =>
        !table.StartsWith(tablePrefix, StringComparison.Ordinal) ? Purpose.Other
        : table[tablePrefix.Length..] switch
        {
            // The counters read and write single cells; the roll-up mostly reads them by query and removes their dirty rows.
            "Cells" => OnCells(method, point),
            "Summaries" => Purpose.RollUp,
            "Insight" => Purpose.Insight,
            "Campaigns" => Purpose.Campaigns,
            _ => Purpose.Other,
        };

    private Purpose OnCells(string method, bool point)
    {
        var tracks = point && method != "DELETE";
        Interlocked.Add(ref cellWrites, tracks && method != "GET" ? 1 : 0);
        return tracks ? Purpose.Tracking : Purpose.RollUp;
    }

    [GeneratedRegex(@"^(POST|PUT|MERGE|PATCH|DELETE) https?://[^/]+/[^/]+/(\w+)", RegexOptions.Multiline)]
    private static partial Regex Operation();
}
