using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Insight.Language;

/// <summary>What analyses have spent, at rest: one row for each campaign.</summary>
/// <param name="storage">The account.</param>
public sealed class InsightLedgerTable(StorageRim storage)
{
    /// <summary>The key of a ledger's row.</summary>
    internal const string Row = "ledger";

    private readonly TableClient table = storage.Table(TableNames.Insight);

    /// <summary>Reads a campaign's ledger; the empty one where there is none.</summary>
    internal async Task<InsightLedger> ReadAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(CampaignPartition.Of(campaign), Row, cancellationToken: cancellationToken);
        return found.HasValue ? FromRow(found.Value!) : InsightLedger.Empty;
    }

    /// <summary>Writes a ledger as it was read.</summary>
    /// <returns>It with its new tag; null where it changed meanwhile, or where this write was made and its answer was lost.</returns>
    internal async Task<InsightLedger?> TryWriteAsync(Campaign campaign, InsightLedger ledger, CancellationToken cancellationToken)
    {
        var row = ToRow(CampaignPartition.Of(campaign), ledger);
        try
        {
            var written = ledger.ETag == default
                ? await table.AddEntityAsync(row, cancellationToken)
                : await table.UpdateEntityAsync(row, ledger.ETag, TableUpdateMode.Replace, cancellationToken);
            return ledger with { ETag = written.Headers.ETag!.Value };
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    private static TableEntity ToRow(string partition, InsightLedger ledger) => new(partition, Row)
    {
        ["Spent"] = JsonSerializer.Serialize(ledger.Spent),
        // The service has no decimals.
        ["Money"] = JsonSerializer.Serialize(ledger.Money.ToDictionary(one => one.Key, one => one.Value.ToString(CultureInfo.InvariantCulture))),
        ["Arrived"] = JsonSerializer.Serialize(ledger.Arrived),
        ["Texts"] = ledger.Texts,
        ["Since"] = ledger.Since,
        ["SentimentRate"] = ledger.Rates.Sentiment,
        ["LanguageRate"] = ledger.Rates.Language,
        ["PhrasesRate"] = ledger.Rates.Phrases,
        ["Writes"] = ledger.Writes,
        ["Recent"] = string.Join(',', ledger.Recent),
    };

    private static InsightLedger FromRow(TableEntity row) => new()
    {
        Spent = JsonSerializer.Deserialize<RecordCounts>(row.GetString("Spent")),
        Money = JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString("Money"))!
            .ToDictionary(one => one.Key, one => decimal.Parse(one.Value, CultureInfo.InvariantCulture)),
        Arrived = JsonSerializer.Deserialize<RecordCounts>(row.GetString("Arrived")),
        Texts = row.GetInt64("Texts")!.Value,
        Since = row.GetDateTimeOffset("Since"),
        Rates = new SampleRates(row.GetDouble("SentimentRate")!.Value, row.GetDouble("LanguageRate")!.Value, row.GetDouble("PhrasesRate")!.Value),
        Writes = row.GetInt64("Writes")!.Value,
        Recent = row.GetString("Recent").Split(','),
        ETag = row.ETag,
    };
}
