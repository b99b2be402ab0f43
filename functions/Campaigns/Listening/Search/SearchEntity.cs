using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Campaigns.Listening.Coverage;
using Campaigns.Storage;

namespace Campaigns.Listening.Search;

/// <summary>Searches and spending as entities.</summary>
internal static class SearchEntity
{
    /// <summary>The properties of a glance; the tag comes with the timestamp.</summary>
    public static readonly string[] OfGlance =
        ["PartitionKey", "RowKey", "Timestamp", "StartsAt", "LookedTo", "NextAt", "AskedAt", "State", "Lease", "LeaseUntil", "IsQueued"];

    public static SearchGlance Glance(TableEntity row) => new(
        row.RowKey,
        row.GetInt64("StartsAt")!.Value,
        row.GetInt64("LookedTo")!.Value,
        row.GetInt64("NextAt"),
        row.GetInt64("AskedAt"),
        (SearchState)row.GetInt32("State")!.Value,
        row.GetString("Lease"),
        row.GetInt64("LeaseUntil")!.Value,
        row.GetBoolean("IsQueued")!.Value,
        row.ETag);

    public static TableEntity Leased(string partition, string row, string lease, long until) =>
        new(partition, row) { ["Lease"] = lease, ["LeaseUntil"] = until, ["IsQueued"] = true };

    public static TableEntity Of(string partition, SearchRow search) => new TableEntity(partition, search.Key.Row)
    {
        ["Channel"] = search.Key.Channel,
        ["Hashtag"] = search.Key.Hashtag,
        ["StartsAt"] = search.From,
        ["LookedTo"] = search.LookedTo,
        ["Open"] = JsonSerializer.Serialize(search.Open),
        ["Ledger"] = SearchLedgerBytes.Write(search.Ledger),
        ["State"] = (int)search.State,
        ["Every"] = search.Every,
        ["Paced"] = search.Paced,
        ["Failures"] = search.Failures,
        ["Round"] = Text(search.Round),
        ["Lease"] = search.Lease,
        ["LeaseUntil"] = search.LeaseUntil,
        ["IsQueued"] = search.IsQueued,
        ["Stamp"] = search.Stamp,
    }.With("Place", search.Key.Place?.AbsoluteUri).With("Reason", search.Reason).With("StoppedAt", search.StoppedAt)
        .With("AskedAt", search.AskedAt).With("NextAt", search.NextAt).With("Usual", search.Usual is { } usual ? Text(usual) : null);

    public static SearchRow Read(TableEntity row) => new()
    {
        Key = new SearchKey(row.GetString("Channel"), row.GetString("Place") is { } place ? new Uri(place) : null, row.GetString("Hashtag")),
        From = row.GetInt64("StartsAt")!.Value,
        LookedTo = row.GetInt64("LookedTo")!.Value,
        Open = JsonSerializer.Deserialize<List<OpenWindow>>(row.GetString("Open"))!,
        Ledger = SearchLedgerBytes.Read(row.GetBinary("Ledger")),
        State = (SearchState)row.GetInt32("State")!.Value,
        Reason = row.GetString("Reason"),
        StoppedAt = row.GetInt64("StoppedAt"),
        AskedAt = row.GetInt64("AskedAt"),
        NextAt = row.GetInt64("NextAt"),
        Every = row.GetInt32("Every")!.Value,
        Paced = row.GetInt32("Paced")!.Value,
        Failures = row.GetInt32("Failures")!.Value,
        Round = Cost(row.GetString("Round")),
        Usual = row.GetString("Usual") is { } usual ? Cost(usual) : null,
        Lease = row.GetString("Lease"),
        LeaseUntil = row.GetInt64("LeaseUntil")!.Value,
        IsQueued = row.GetBoolean("IsQueued")!.Value,
        Stamp = row.GetString("Stamp"),
        ETag = row.ETag,
    };

    public static TableEntity Of(string partition, Spending spending) => new(partition, CoverageTable.SpendingRow)
    {
        ["Calls"] = spending.Calls,
        // The service has no decimals.
        ["Money"] = JsonSerializer.Serialize(spending.Money.ToDictionary(one => one.Key, one => one.Value.ToString(CultureInfo.InvariantCulture))),
    };

    public static Spending Spending(TableEntity row) => new(
        row.GetInt64("Calls")!.Value,
        JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString("Money"))!.ToDictionary(one => one.Key, one => decimal.Parse(one.Value, CultureInfo.InvariantCulture)))
    {
        ETag = row.ETag,
    };

    private static string Text(RoundCost cost) => JsonSerializer.Serialize(cost);

    private static RoundCost Cost(string text) => JsonSerializer.Deserialize<RoundCost>(text);
}
