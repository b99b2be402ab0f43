using System.Buffers.Binary;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Campaigns.Listening.Cells;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Listening.Coverage;

/// <summary>What was looked at and what was not, at rest: one partition for each campaign and generation.</summary>
/// <param name="storage">The account.</param>
public sealed class CoverageTable(StorageRim storage)
{
    /// <summary>What the row of each search begins with; the search's own table class writes them.</summary>
    internal const string SearchPrefix = "search|";

    /// <summary>The row of what the campaign's searches have spent.</summary>
    internal const string SpendingRow = "search";

    private const int MostTries = 20;

    private readonly TableClient table = storage.Table(TableNames.Coverage);

    /// <summary>Records that a message's mentions are missing from the figures. The same message is recorded once, however often it comes.</summary>
    /// <param name="message">The message.</param>
    /// <param name="state">One of <see cref="CoverageState"/>.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task AddMissingAsync(MentionsMessage message, string state, CancellationToken cancellationToken)
    {
        foreach (var row in Rows(message, state))
        {
            await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
        }
    }

    /// <summary>
    /// Records that mentions were handed in for a campaign that is closed. Its data key is destroyed, so that nothing tells whether one was handed in
    /// before: each counts as often as it comes.
    /// </summary>
    /// <param name="hour">The campaign, and the hour of the mentions.</param>
    /// <param name="channel">Their channel.</param>
    /// <param name="mentions">How many.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task AddTooLateAsync(CellId hour, string channel, long mentions, CancellationToken cancellationToken)
    {
        var (partition, key) = (CampaignPartition.Of(hour.Campaign, hour.Generation), $"{CoverageState.TooLate}|{hour.HourText}|{channel}|");
        for (var attempt = 1; ; attempt++)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken);
            var row = Missing(partition, key, hour, channel, CoverageState.TooLate, mentions + (found.HasValue ? found.Value!.GetInt64("Missed")!.Value : 0));
            try
            {
                await (found.HasValue
                    ? table.UpdateEntityAsync(row, found.Value!.ETag, TableUpdateMode.Replace, cancellationToken)
                    : table.AddEntityAsync(row, cancellationToken));
                return;
            }
            catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412 && attempt < MostTries)
            {
                await Task.Delay(Random.Shared.Next(5, 25 * attempt), cancellationToken);
            }
        }
    }

    /// <summary>Takes back what <see cref="AddMissingAsync"/> recorded: the message was counted after all.</summary>
    /// <param name="message">The message.</param>
    /// <param name="state">The state that it was recorded with.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task RemoveMissingAsync(MentionsMessage message, string state, CancellationToken cancellationToken)
    {
        foreach (var row in Rows(message, state))
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
        }
    }

    /// <summary>Which messages are recorded with a state, by what <see cref="DigestOf(MentionsMessage)"/> says of them.</summary>
    internal async Task<HashSet<string>> DigestsAsync(string campaign, string generation, string state, CancellationToken cancellationToken)
    {
        var digests = new HashSet<string>(StringComparer.Ordinal);
        var rows = KeyText.RowsOf(CampaignPartition.Of(campaign, generation), $"{state}|");
        await foreach (var row in table.QueryAsync<TableEntity>(rows, select: ["RowKey"], cancellationToken: cancellationToken))
        {
            digests.Add(row.RowKey[(row.RowKey.LastIndexOf('|') + 1)..]);
        }

        return digests;
    }

    /// <summary>Which mentions a message holds.</summary>
    internal static string DigestOf(MentionsMessage message) => DigestOf(message.Records);

    /// <summary>Everything recorded of a campaign.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<CoverageEntry>> ReadAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var entries = new List<CoverageEntry>();
        var rows = TableClient.CreateQueryFilter($"PartitionKey eq {CampaignPartition.Of(campaign, generation)}");
        await foreach (var row in table.QueryAsync<TableEntity>(rows, cancellationToken: cancellationToken))
        {
            if (row.RowKey.StartsWith(SearchPrefix, StringComparison.Ordinal))
            {
                entries.AddRange(Searched(row));
            }
            else if (row.RowKey != SpendingRow)
            {
                entries.Add(new CoverageEntry(
                    row.GetString("Channel"), row.GetString("Hashtag"), row.GetDateTimeOffset("From")!.Value, row.GetDateTimeOffset("To")!.Value,
                    row.GetString("State"), row.GetInt64("Got"), row.GetInt64("Missed")));
            }
        }

        return entries;
    }

    /// <summary>
    /// What a campaign's searches looked at: one row for each search, however long the campaign is, and none of those that tell hour by hour which
    /// mentions are missing.
    /// </summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <returns>What they looked at, and when any of them did last; null where none did.</returns>
    public async Task<(IReadOnlyList<CoverageEntry> Entries, DateTimeOffset? ChangedAt)> ReadSearchesAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var (entries, changedAt) = (new List<CoverageEntry>(), (DateTimeOffset?)null);
        await foreach (var row in table.QueryAsync<TableEntity>(KeyText.RowsOf(CampaignPartition.Of(campaign, generation), SearchPrefix), cancellationToken: cancellationToken))
        {
            entries.AddRange(Searched(row));
            changedAt = changedAt > row.Timestamp ? changedAt : row.Timestamp;
        }

        return (entries, changedAt);
    }

    /// <summary>When anything was recorded of a campaign last; null where nothing was.</summary>
    /// <param name="campaign">The campaign's id.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<DateTimeOffset?> ChangedAtAsync(string campaign, string generation, CancellationToken cancellationToken)
    {
        var rows = TableClient.CreateQueryFilter($"PartitionKey eq {CampaignPartition.Of(campaign, generation)}");
        return await table.QueryAsync<TableEntity>(rows, select: ["RowKey", "Timestamp"], cancellationToken: cancellationToken).Select(row => row.Timestamp).MaxAsync(cancellationToken: cancellationToken);
    }

    /// <summary>One entry for each segment of a search.</summary>
    private static IEnumerable<CoverageEntry> Searched(TableEntity row) => SearchLedgerBytes.Read(row.GetBinary("Ledger")).Segments.Select(segment =>
        new CoverageEntry(
            row.GetString("Channel"), row.GetString("Hashtag"), DateTimeOffset.FromUnixTimeSeconds(segment.From), DateTimeOffset.FromUnixTimeSeconds(segment.To),
            CoverageState.Of(segment.State), segment.Got, null)
        {
            Place = row.GetString("Place"),
            Asked = segment.Asked,
        });

    private static IEnumerable<TableEntity> Rows(MentionsMessage message, string state)
    {
        var cell = message.Cell;
        var digest = DigestOf(message.Records);
        return message.Records.Records.ToArray().GroupBy(record => record.Channel).Select(channel =>
            Missing(CampaignPartition.Of(cell.Campaign, cell.Generation), $"{state}|{cell.HourText}|{channel.Key}|{digest}", cell, channel.Key, state, channel.LongCount()));
    }

    private static TableEntity Missing(string partition, string key, CellId hour, string channel, string state, long mentions) => new(partition, key)
    {
        ["Channel"] = channel,
        ["From"] = hour.StartsAt,
        ["To"] = hour.StartsAt.AddHours(1),
        ["State"] = state,
        ["Got"] = 0L,
        ["Missed"] = mentions,
    };

    /// <summary>Which mentions a message holds: the same whatever layout or mark it came back with.</summary>
    private static string DigestOf(Cell records)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> key = stackalloc byte[16];
        foreach (ref readonly var record in records.Records)
        {
            BinaryPrimitives.WriteUInt128BigEndian(key, record.Key);
            hash.AppendData(key);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
