using Azure.Data.Tables;

namespace Campaigns.Publishing;

/// <summary>How a post lies in storage.</summary>
internal static class PostRow
{
    public const string Prefix = "p.";

    public static string Key(PostId id) => Prefix + id;

    public static TableEntity Write(Ledger ledger, Post post)
    {
        var row = new TableEntity(ledger.Partition, Key(post.Id))
        {
            ["Document"] = post.Document,
            ["DueAt"] = post.DueAt,
            ["CreatedAt"] = post.CreatedAt,
            ["UpdatedAt"] = post.UpdatedAt,
            ["WriteToken"] = post.WriteToken,
        };
        if (post.NotAfter is { } notAfter)
        {
            row["NotAfter"] = notAfter;
        }

        return row;
    }

    public static Post Read(TableEntity row) => new()
    {
        Id = PostId.TryParse(row.RowKey[Prefix.Length..], out var id) ? id : throw new InvalidDataException($"The stored post {row.RowKey} has an id that this version cannot read."),
        Document = row.GetString("Document"),
        DueAt = row.GetDateTimeOffset("DueAt")!.Value,
        NotAfter = row.GetDateTimeOffset("NotAfter"),
        CreatedAt = row.GetDateTimeOffset("CreatedAt")!.Value,
        UpdatedAt = row.GetDateTimeOffset("UpdatedAt")!.Value,
        WriteToken = row.GetString("WriteToken"),
        ETag = row.ETag,
    };
}
