using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Storage;
using NodaTime;

namespace Campaigns.Results.Reported;

/// <summary>
/// Figures and inputs that people entered, at rest. A campaign's are one partition of at most <see cref="Most"/> entries, so that results read them in
/// one request; each write adds a version, and none is ever overwritten.
/// </summary>
/// <param name="storage">The account.</param>
public sealed class EntryTable(StorageRim storage)
{
    /// <summary>The most figures and inputs of a campaign, together and with those that were withdrawn: what one request of a table brings.</summary>
    public const int Most = 1000;

    /// <summary>The most versions of one of them.</summary>
    public const int MostVersions = 200;

    private readonly TableClient table = storage.Table(TableNames.Reported);

    /// <summary>Everything that people entered for a campaign and did not withdraw, by kind, name, date and side: one request.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IReadOnlyList<Entry>> ReadAsync(Campaign campaign, CancellationToken cancellationToken) =>
        await table.QueryAsync<TableEntity>(CurrentOf(campaign), cancellationToken: cancellationToken)
            .Select(EntryRows.Read).Where(entry => !entry.Withdrawn).ToListAsync(cancellationToken);

    /// <summary>How many entries a campaign has, withdrawn ones too.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<int> CountAsync(Campaign campaign, CancellationToken cancellationToken) =>
        await table.QueryAsync<TableEntity>(CurrentOf(campaign), select: ["RowKey"], cancellationToken: cancellationToken).CountAsync(cancellationToken);

    /// <summary>The days that a campaign's entries are about, withdrawn ones too; of each its key alone is read.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IReadOnlySet<LocalDate>> DaysAsync(Campaign campaign, CancellationToken cancellationToken) =>
        await table.QueryAsync<TableEntity>(CurrentOf(campaign), select: ["RowKey"], cancellationToken: cancellationToken)
            .Select(row => EntryRows.DayOf(row.RowKey)).ToHashSetAsync(cancellationToken: cancellationToken);

    /// <summary>When anything was entered or withdrawn last; null where nothing was.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<DateTimeOffset?> ChangedAtAsync(Campaign campaign, CancellationToken cancellationToken) =>
        await table.QueryAsync<TableEntity>(CurrentOf(campaign), select: ["RowKey", "Timestamp"], cancellationToken: cancellationToken)
            .Select(row => row.Timestamp).MaxAsync(cancellationToken: cancellationToken);

    /// <summary>Entries of a kind in the order of their keys.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="kind">Figures or inputs.</param>
    /// <param name="after">Only those behind this key, or null.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public IAsyncEnumerable<Entry> ListAsync(Campaign campaign, EntryKind kind, string? after, CancellationToken cancellationToken) =>
        RowsAsync(campaign, EntryRows.PrefixOf(kind), after, cancellationToken);

    /// <summary>Every entry of a name and a day, whatever it is about besides.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="kind">Figure or input.</param>
    /// <param name="name">The name.</param>
    /// <param name="date">The day.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public IAsyncEnumerable<Entry> OfDayAsync(Campaign campaign, EntryKind kind, string name, LocalDate date, CancellationToken cancellationToken) =>
        RowsAsync(campaign, EntryRows.DayOf(kind, name, date), null, cancellationToken);

    /// <summary>Finds the entry that another one would take the place of.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="like">The other one.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<Entry?> FindAsync(Campaign campaign, Entry like, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(CampaignPartition.Of(campaign), EntryRows.KeyOf(like), cancellationToken: cancellationToken);
        return found.HasValue ? EntryRows.Read(found.Value!) : null;
    }

    /// <summary>Every version of an entry, the first one first.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<Entry>> VersionsAsync(Campaign campaign, Entry entry, CancellationToken cancellationToken) =>
        await RowsAsync(campaign, EntryRows.VersionsOf(entry), null, cancellationToken).ToListAsync(cancellationToken);

    /// <summary>Writes an entry and its version, both or neither.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="entry">The entry; without a tag it is new.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>It with its new tag, or null where it changed meanwhile.</returns>
    public async Task<Entry?> WriteAsync(Campaign campaign, Entry entry, CancellationToken cancellationToken)
    {
        var partition = CampaignPartition.Of(campaign);
        var row = EntryRows.Current(partition, entry);
        try
        {
            var written = await table.SubmitTransactionAsync(
                [
                    entry.ETag == default ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, entry.ETag),
                    new(TableTransactionActionType.Add, EntryRows.Version(partition, entry)),
                ],
                cancellationToken);
            return entry with { ETag = written.Value[0].Headers.ETag ?? default };
        }
        catch (TableTransactionFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    private static string CurrentOf(Campaign campaign) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {CampaignPartition.Of(campaign)} and RowKey ge {EntryRows.FigurePrefix} and RowKey lt {EntryRows.EndOfCurrent}");

    private IAsyncEnumerable<Entry> RowsAsync(Campaign campaign, string prefix, string? after, CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>(
            KeyText.RowsOf(CampaignPartition.Of(campaign), prefix, after is null ? null : prefix + after), cancellationToken: cancellationToken).Select(EntryRows.Read);
}
