using Azure.Data.Tables;

namespace Campaigns.Storage;

/// <summary>Texts for table filters.</summary>
public static class KeyText
{
    /// <summary>A filter for the rows of one partition whose row key starts with a text.</summary>
    /// <param name="partition">The partition key.</param>
    /// <param name="prefix">The row key's start; empty for all rows.</param>
    /// <param name="after">Only rows behind this key, or null.</param>
    public static string RowsOf(string partition, string prefix, string? after = null)
    {
        var from = after is null ? prefix : string.CompareOrdinal(after, prefix) > 0 ? after : prefix;
        // '~' is above every character that row keys use (see the value types' rules).
        return after is null
            ? TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {prefix + "~"}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {from} and RowKey lt {prefix + "~"}");
    }
}
