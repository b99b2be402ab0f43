using System.Collections.Concurrent;
using System.Text;
using System.Xml.Linq;
using Azure.Storage.Queues;
using Campaigns.EndToEnd.Support;

namespace Campaigns.Benchmarks.Chaos;

/// <summary>
/// What goes wrong between an engine and its storage: requests that never arrive, answers that never come back, servers that fail before or
/// after they did what was asked, versions that somebody else was said to have changed. And every message of mentions is delivered twice.
/// </summary>
/// <param name="seed">What chance is made from.</param>
/// <param name="mentions">The queue of mentions, past the proxy.</param>
/// <param name="lost">An hour whose cell takes no write while the storm lasts: its messages become poison, however fast the machine is.</param>
internal sealed class WireFaults(int seed, QueueClient mentions, DateTimeOffset lost)
{
    private const string StaleRow = """{"odata.error":{"code":"UpdateConditionNotSatisfied","message":{"lang":"en-us","value":"0:The update condition specified in the request was not satisfied."}}}""";

    private static readonly OtherAnswer Failed = new(500, "application/xml", """<?xml version="1.0" encoding="utf-8"?><Error><Code>InternalError</Code><Message>The server encountered an internal error.</Message></Error>""");
    private static readonly OtherAnswer Stale = new(412, "application/json", StaleRow);

    /// <summary>How a transaction says it: 202, and the refusal within.</summary>
    private static readonly OtherAnswer StaleTransaction = new(202, "multipart/mixed; boundary=batchresponse_1", string.Join(
        "\r\n",
        "--batchresponse_1", "Content-Type: multipart/mixed; boundary=changesetresponse_1", "",
        "--changesetresponse_1", "Content-Type: application/http", "Content-Transfer-Encoding: binary", "",
        "HTTP/1.1 412 Precondition Failed", "Content-Type: application/json;odata=minimalmetadata;streaming=true;charset=utf-8", "", StaleRow,
        "--changesetresponse_1--", "--batchresponse_1--", ""));

    private readonly byte[] lostHour = Encoding.ASCII.GetBytes($"cell%7C{lost.UtcDateTime:yyyyMMddHH}");
    private readonly Random random = new(seed);
    private readonly ConcurrentDictionary<string, int> counts = new();

    /// <summary>Whether anything goes wrong now; messages are delivered twice in any case.</summary>
    public volatile bool IsStormy;

    /// <summary>Whether no transaction of a table gets through: messages that are tried too often meanwhile become poison.</summary>
    public volatile bool IsOut;

    /// <summary>How often what went wrong.</summary>
    public IReadOnlyDictionary<string, int> Counts => new SortedDictionary<string, int>(counts, StringComparer.Ordinal);

    public Task<Fate> OnWayThereAsync(Passing passing) => Task.FromResult(Chance() switch
    {
        _ when IsOut && passing.Path.EndsWith("/$batch", StringComparison.Ordinal) => Say("500 in an outage", Failed),
        _ when IsStormy && IsLost(passing) => Say("500 for an hour that takes no write", Failed),
        < 0.015 => Say("500, nothing done", Failed),
        < 0.020 => Break("cut before it arrived"),
        < 0.040 when Stales(passing) is { } stale => Say("412, nothing done", stale),
        _ => true,
    });

    public async Task<Fate> OnWayBackAsync(Passing passing)
    {
        if (passing is { Method: "POST", Status: 201 } && passing.Path.EndsWith($"/{mentions.Name}/messages", StringComparison.Ordinal))
        {
            Count("messages delivered twice");
            var text = XDocument.Load(new MemoryStream(passing.Request)).Root!.Element("MessageText")!.Value;
            await mentions.SendMessageAsync(text, TimeSpan.FromSeconds((int)(Chance(always: true) * 12)), TimeSpan.FromSeconds(-1));
        }

        return Chance() switch
        {
            < 0.010 => Say("500, although done", Failed),
            < 0.015 => Break("done, and the answer cut off"),
            < 0.025 when Stales(passing) is { } stale => Say("412, although done", stale),
            _ => true,
        };
    }

    private bool IsLost(Passing passing) => passing.Path.EndsWith("/$batch", StringComparison.Ordinal) && passing.Request.AsSpan().IndexOf(lostHour) >= 0;

    /// <summary>How this request would be told that its version is stale; null where it goes by none.</summary>
    private static OtherAnswer? Stales(Passing passing) =>
        passing.Path.EndsWith("/$batch", StringComparison.Ordinal) ? (passing.Request.AsSpan().IndexOf("If-Match: W/"u8) >= 0 ? StaleTransaction : null)
        : passing.IsConditional ? Stale
        : null;

    private Fate Say(string what, OtherAnswer answer)
    {
        Count(what);
        return new Fate(false, answer);
    }

    private Fate Break(string what)
    {
        Count(what);
        return false;
    }

    private void Count(string what) => counts.AddOrUpdate(what, 1, static (_, count) => count + 1);

    private double Chance(bool always = false)
    {
        lock (random)
        {
            return IsStormy || always ? random.NextDouble() : 1;
        }
    }
}
