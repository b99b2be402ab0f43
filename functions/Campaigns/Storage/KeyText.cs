using System.Buffers;
using Azure.Data.Tables;

namespace Campaigns.Storage;

/// <summary>Texts for table filters.</summary>
public static class KeyText
{
    /// <summary>What partitions of <see cref="TableNames.Webhooks"/> start with that hold which messages came lately. They live for hours, and backups leave them out.</summary>
    public const string SeenCalls = "seen.";

    private const int LongestKey = 512;

    // What Table storage takes in no key; a caller's text that has any names nothing.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("/\\#?");

    /// <summary>Whether a text that a caller brings can be a key, or the part of one, at all.</summary>
    /// <param name="text">The text.</param>
    public static bool IsKey(string text) =>
        text.Length is > 0 and <= LongestKey && !text.AsSpan().ContainsAny(Forbidden) && !text.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter));

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
