using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Publishing;

/// <summary>How a delivery lies in storage.</summary>
internal static class DeliveryRow
{
    public const string Prefix = "d.";

    public static string Key(string id) => Prefix + id;

    public static TableEntity Write(Ledger ledger, Delivery delivery) => new TableEntity(ledger.Partition, Key(delivery.Id))
    {
        ["Post"] = delivery.PostId.Value,
        ["Channel"] = delivery.Channel.Name,
        ["Account"] = delivery.Account.Value,
        ["State"] = delivery.State.Name(),
        ["PlannedAt"] = delivery.PlannedAt,
        ["DueAt"] = delivery.DueAt,
        ["Attempts"] = delivery.Attempts,
    }.With("NotAfter", delivery.NotAfter).With("ClaimedAt", delivery.ClaimedAt).With("ClaimToken", delivery.ClaimToken).With("LeftAt", delivery.LeftAt)
        .With("PublishedAt", delivery.PublishedAt).With("Url", delivery.Url?.AbsoluteUri).With("PlatformId", delivery.PlatformId).With("Reason", delivery.Reason);

    public static Delivery Read(TableEntity row) => new()
    {
        Id = row.RowKey[Prefix.Length..],
        PostId = PostId.TryParse(row.GetString("Post"), out var post) ? post : throw Damaged(row, "post"),
        Channel = Channel.TryParse(row.GetString("Channel"), out var channel) ? channel : throw Damaged(row, "channel"),
        Account = AccountName.TryParse(row.GetString("Account"), out var account) ? account : throw Damaged(row, "account"),
        State = DeliveryStates.Parse(row.GetString("State")) ?? throw Damaged(row, "state"),
        PlannedAt = row.GetDateTimeOffset("PlannedAt")!.Value,
        DueAt = row.GetDateTimeOffset("DueAt")!.Value,
        NotAfter = row.GetDateTimeOffset("NotAfter"),
        Attempts = row.GetInt32("Attempts")!.Value,
        ClaimedAt = row.GetDateTimeOffset("ClaimedAt"),
        ClaimToken = row.GetString("ClaimToken"),
        LeftAt = row.GetDateTimeOffset("LeftAt"),
        PublishedAt = row.GetDateTimeOffset("PublishedAt"),
        Url = row.GetString("Url") is { } url ? new Uri(url) : null,
        PlatformId = row.GetString("PlatformId"),
        Reason = row.GetString("Reason"),
        WrittenAt = row.Timestamp,
        ETag = row.ETag,
    };

    private static InvalidDataException Damaged(TableEntity row, string what) => new($"The stored delivery {row.RowKey} has a {what} that this version cannot read.");
}
