using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Campaigns.Http;
using Campaigns.Storage;
using NodaTime;

namespace Campaigns.Planning;

/// <summary>Campaigns at rest: one row each, all in one partition.</summary>
/// <param name="storage">The account.</param>
public sealed class CampaignTable(StorageRim storage)
{
    private const string Partition = "campaign";

    private readonly TableClient table = storage.Table(TableNames.Campaigns);
    private long changes;

    /// <summary>Grows with every write of this process: who keeps campaigns at hand reads them again when it has.</summary>
    public long Changes => Interlocked.Read(ref changes);

    /// <summary>Finds a campaign, archived or not.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The campaign, or null.</returns>
    public async Task<Campaign?> FindAsync(CampaignId id, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, id.Value, cancellationToken: cancellationToken);
        return found.HasValue ? FromRow(found.Value!) : null;
    }

    /// <summary>Finds a campaign, archived or not, by what a route or a message calls it.</summary>
    /// <param name="campaignId">The text.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The campaign; null where there is none, or the text is no id.</returns>
    public async Task<Campaign?> FindAsync(string campaignId, CancellationToken cancellationToken) =>
        CampaignId.TryParse(campaignId, out var id) ? await FindAsync(id, cancellationToken) : null;

    /// <summary>Finds a campaign, archived or not, unless it was removed since, and perhaps made again.</summary>
    /// <param name="campaignId">The text that a row or a message calls it by.</param>
    /// <param name="generation">Its generation then.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The campaign, or null.</returns>
    public async Task<Campaign?> FindAsync(string campaignId, string generation, CancellationToken cancellationToken) =>
        await FindAsync(campaignId, cancellationToken) is { } found && found.Generation == generation ? found : null;

    /// <summary>Campaigns in the order of their ids.</summary>
    /// <param name="after">Only those behind this id, or null.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async IAsyncEnumerable<Campaign> ListAsync(
        string? after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(KeyText.RowsOf(Partition, "", after), cancellationToken: cancellationToken))
        {
            yield return FromRow(row);
        }
    }

    /// <summary>Writes a new campaign.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>It with its tag, or null where one of its id exists.</returns>
    public async Task<Campaign?> AddAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        try
        {
            var written = await table.AddEntityAsync(ToRow(campaign), cancellationToken);
            Interlocked.Increment(ref changes);
            return campaign with { ETag = written.Headers.ETag!.Value };
        }
        catch (RequestFailedException fault) when (fault.Status == 409)
        {
            return null;
        }
    }

    /// <summary>Replaces a campaign as it was read.</summary>
    /// <param name="campaign">The campaign, with the tag that it was read with.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>It with its new tag, or null where it changed meanwhile.</returns>
    public async Task<Campaign?> UpdateAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        try
        {
            var written = await table.UpdateEntityAsync(ToRow(campaign), campaign.ETag, TableUpdateMode.Replace, cancellationToken);
            Interlocked.Increment(ref changes);
            return campaign with { ETag = written.Headers.ETag!.Value };
        }
        catch (RequestFailedException fault) when (fault.Status is 412 or 404)
        {
            return null;
        }
    }

    private static TableEntity ToRow(Campaign campaign) => new TableEntity(Partition, campaign.Id.Value)
    {
        ["Generation"] = campaign.Generation,
        ["Document"] = campaign.Document,
        ["Name"] = campaign.Name,
        ["StartsAt"] = campaign.StartsAt.ToDateTimeOffset(),
        ["EndsAt"] = campaign.EndsAt.ToDateTimeOffset(),
        ["TimeZone"] = campaign.TimeZone.Id,
        ["Hashtags"] = JsonSerializer.Serialize(campaign.HashtagsEver.Select(tag =>
            new StoredHashtag(tag.Tag.Display, tag.Number, tag.AddedAt, campaign.Hashtags.Any(current => current.Number == tag.Number))), CampaignAnswer.AsWritten),
        ["Topics"] = JsonSerializer.Serialize(campaign.TopicsEver, CampaignAnswer.AsWritten),
        ["InfluencerFollowers"] = campaign.InfluencerFollowers,
        ["WrappedDataKey"] = campaign.WrappedDataKey,
        ["Archived"] = campaign.Archived,
        ["CreatedAt"] = campaign.CreatedAt,
        ["UpdatedAt"] = campaign.UpdatedAt,
    }.With("ArchivedAt", campaign.ArchivedAt).With("ClosedAt", campaign.ClosedAt).With("SealedAt", campaign.SealedAt).With("PurgedAt", campaign.PurgedAt);

    private static Campaign FromRow(TableEntity row)
    {
        var stored = JsonSerializer.Deserialize<List<StoredHashtag>>(row.GetString("Hashtags"))!;
        IReadOnlyList<string> topics = row.GetString("Topics") is { } ever ? JsonSerializer.Deserialize<List<string>>(ever)! : [];
        // The document was checked when it was put; what it says is not stored twice.
        using var document = JsonDocument.Parse(row.GetString("Document"));
        var fields = new Fields(document.RootElement, "", new Faults());
        var listening = ListeningFieldsReader.Read(fields, outside: null);
        return new Campaign
        {
            Id = CampaignId.TryParse(row.RowKey, out var id) ? id : throw Damaged(row, "id"),
            Generation = row.GetString("Generation"),
            Document = row.GetString("Document"),
            Name = row.GetString("Name"),
            StartsAt = Instant.FromDateTimeOffset(row.GetDateTimeOffset("StartsAt")!.Value),
            EndsAt = Instant.FromDateTimeOffset(row.GetDateTimeOffset("EndsAt")!.Value),
            TimeZone = DateTimeZoneProviders.Tzdb[row.GetString("TimeZone")],
            HashtagsEver = [.. stored.Select(tag => tag.ToHashtag(row))],
            Hashtags = [.. stored.Where(tag => tag.Current).Select(tag => tag.ToHashtag(row))],
            Accounts = AccountsReader.Read(fields),
            Audience = PlanReader.Read(fields),
            InfluencerFollowers = row.GetInt64("InfluencerFollowers")!.Value,
            TopicsEver = topics,
            Topics = TopicNumbers.Number(listening.Topics, topics),
            SuppressBelow = listening.SuppressBelow,
            ExpectedMentionsPerHour = listening.ExpectedMentionsPerHour,
            Listening = listening.Listening,
            Budget = listening.Budget,
            RetentionDays = listening.RetentionDays,
            CompareWith = CompareWithRule.Read(fields),
            Objectives = ObjectivesReader.Read(fields, null, fields.Date("end"), null),
            WrappedDataKey = row.GetBinary("WrappedDataKey") ?? [],
            Archived = row.GetBoolean("Archived")!.Value,
            // An earlier version did not keep when: nothing but archiving changed the row of an archived campaign.
            ArchivedAt = row.GetBoolean("Archived")!.Value ? row.GetDateTimeOffset("ArchivedAt") ?? row.GetDateTimeOffset("UpdatedAt") : null,
            ClosedAt = row.GetDateTimeOffset("ClosedAt"),
            SealedAt = row.GetDateTimeOffset("SealedAt"),
            PurgedAt = row.GetDateTimeOffset("PurgedAt"),
            CreatedAt = row.GetDateTimeOffset("CreatedAt")!.Value,
            UpdatedAt = row.GetDateTimeOffset("UpdatedAt")!.Value,
            ETag = row.ETag,
        };
    }

    private static InvalidDataException Damaged(TableEntity row, string what) => new($"The stored campaign {row.RowKey} has an {what} that this version cannot read.");

    private sealed record StoredHashtag(string Text, int Number, DateTimeOffset AddedAt, bool Current)
    {
        public CampaignHashtag ToHashtag(TableEntity row) =>
            new(Hashtag.TryParse(Text, out var tag) ? tag : throw Damaged(row, "hashtag"), Number, AddedAt);
    }
}
