using System.Text;
using System.Threading.Channels;
using Campaigns.EndToEnd.Support;

namespace Campaigns.EndToEnd.Leaks;

/// <summary>Sees everything that an engine hands to its storage; and keeps one hour from every write while it is told to, so that its messages become poison.</summary>
/// <param name="look">What looks at a request, given where it goes.</param>
/// <param name="lost">The hour.</param>
internal sealed class StorageWire(Action<string, byte[]> look, DateTimeOffset lost)
{
    // What nobody may write is not tried again: the message is given up after its deliveries, not after minutes.
    private static readonly OtherAnswer Failed = new(403, "application/xml", """<?xml version="1.0" encoding="utf-8"?><Error><Code>AuthorizationFailure</Code><Message>This request is not authorized to perform this operation.</Message></Error>""");

    // What stands behind a table's name in a part of a transaction.
    private static readonly string[] Ends = ["(", "?", " HTTP"];

    private readonly Channel<(string Place, byte[] Content)> requests = Channel.CreateBounded<(string, byte[])>(256);
    private readonly byte[] hour = Encoding.ASCII.GetBytes($"{lost.UtcDateTime:yyyyMMddHH}");

    /// <summary>Whether the hour takes no write.</summary>
    public volatile bool IsLosing = true;

    public Task<Fate> ToQueuesAsync(Passing passing) => PassAsync("on the way to queues", passing);

    public async Task<Fate> ToTablesAsync(Passing passing)
    {
        var fate = await PassAsync("on the way to tables", passing);
        return IsLosing && passing.Method != "GET" && IsOfTheHour(passing) ? new Fate(false, Failed) : fate;
    }

    /// <summary>Looks at what passes until there is no more.</summary>
    public async Task LookAsync()
    {
        await foreach (var (place, content) in requests.Reader.ReadAllAsync())
        {
            look(place, content);
        }
    }

    public void Complete() => requests.Writer.Complete();

    private async Task<Fate> PassAsync(string place, Passing passing)
    {
        await requests.Writer.WriteAsync((place, [.. Encoding.UTF8.GetBytes($"{passing.Method} {passing.Path}\n"), .. passing.Request]));
        return true;
    }

    // Cells and what was felt; the coverage that says what was given up may be written.
    private bool IsOfTheHour(Passing passing) =>
        (passing.Request.AsSpan().IndexOf(hour) >= 0 || passing.Path.Contains(Encoding.ASCII.GetString(hour), StringComparison.Ordinal))
        && (Speaks(passing, "Cells") || Speaks(passing, "Insight"));

    private static bool Speaks(Passing passing, string table) =>
        passing.Path.Contains(table, StringComparison.Ordinal) || Ends.Any(end => passing.Request.AsSpan().IndexOf(Encoding.ASCII.GetBytes(table + end)) >= 0);
}
