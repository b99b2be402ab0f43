using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Campaigns.EndToEnd.Support;

namespace Campaigns.Benchmarks.Wire;

/// <summary>Storage requests by what they were for. An entity group transaction is one request.</summary>
/// <param name="mentionsQueue">The whole name of the queue of mentions.</param>
/// <param name="rollUpsQueue">The whole name of the queue of roll-ups.</param>
/// <param name="tablePrefix">Stands before each table's name.</param>
internal sealed partial class StorageTraffic(string mentionsQueue, string rollUpsQueue, string tablePrefix)
{
    private readonly ConcurrentDictionary<Purpose, long> counts = new();

    /// <summary>What has been counted so far.</summary>
    public IReadOnlyDictionary<Purpose, long> Counts => Enum.GetValues<Purpose>().ToDictionary(static purpose => purpose, purpose => counts.GetValueOrDefault(purpose));

    /// <summary>Starts a proxy that counts what passes through it.</summary>
    /// <param name="target">The storage service's port.</param>
    public Task<PassingProxy> WatchAsync(int target) => PassingProxy.StartAsync(target, onWayBack: passing =>
    {
        counts.AddOrUpdate(PurposeOf(passing), 1, static (_, count) => count + 1);
        return Task.FromResult(true);
    });

    private Purpose PurposeOf(Passing passing)
    {
        var (method, path, request, answer) = passing;
        var parts = path.Split('/', 4, StringSplitOptions.RemoveEmptyEntries);
        var resource = parts.ElementAtOrDefault(1) ?? "";
        if (parts.ElementAtOrDefault(2) is { } rest && rest.StartsWith("messages", StringComparison.Ordinal))
        {
            return method == "GET" && answer.AsSpan().IndexOf("<QueueMessage>"u8) < 0 ? Purpose.Polling
                : resource == mentionsQueue ? (method == "POST" ? Purpose.Ingest : Purpose.Tracking)
                : resource == rollUpsQueue ? Purpose.RollUp
                : Purpose.Other;
        }

        if (resource == "$batch")
        {
            // The table and what is done to it stand in the body; all operations are on one table.
            var operation = Operation().Match(Encoding.UTF8.GetString(request));
            return OnTable(operation.Groups[1].Value, operation.Groups[2].Value, point: true);
        }

        return OnTable(method, resource.Split('(')[0], point: resource.EndsWith("')", StringComparison.Ordinal));
    }

    private Purpose OnTable(string method, string table, bool point) =>
        !table.StartsWith(tablePrefix, StringComparison.Ordinal) ? Purpose.Other
        : table[tablePrefix.Length..] switch
        {
            // The counters read and write single cells; the roll-up reads them by query and removes their dirty rows.
            "Cells" => point && method != "DELETE" ? Purpose.Tracking : Purpose.RollUp,
            "Summaries" => Purpose.RollUp,
            "Campaigns" => Purpose.Campaigns,
            _ => Purpose.Other,
        };

    [GeneratedRegex(@"^(POST|PUT|MERGE|PATCH|DELETE) https?://[^/]+/[^/]+/(\w+)", RegexOptions.Multiline)]
    private static partial Regex Operation();
}

/// <summary>What a storage request was for.</summary>
internal enum Purpose
{
    /// <summary>A message with mentions was put into the queue.</summary>
    Ingest,

    /// <summary>Messages with mentions received, renewed and deleted; cells read and written.</summary>
    Tracking,

    /// <summary>Roll-ups asked for and received; cells read again, summaries read and written, dirty rows removed.</summary>
    RollUp,

    /// <summary>Campaign documents and data keys read, by ingest, tracking and roll-up.</summary>
    Campaigns,

    /// <summary>A queue was asked and had nothing.</summary>
    Polling,

    /// <summary>Timers, coverage and the rest.</summary>
    Other,
}
