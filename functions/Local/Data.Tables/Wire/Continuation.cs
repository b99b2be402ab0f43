#nullable enable
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>Where the next page of a query begins: the service's two opaque keys, as one string.</summary>
internal static class Continuation
{
    private const string PartitionHeader = "x-ms-continuation-NextPartitionKey";
    private const string RowHeader = "x-ms-continuation-NextRowKey";

    /// <summary>The token of a reply, or null after the last page. A page may be empty and still have one.</summary>
    public static string? Of(Response response) =>
        (response.Headers.TryGetValue(PartitionHeader, out var partition), response.Headers.TryGetValue(RowHeader, out var row)) switch
        {
            (true, true) => $"{partition} {row}",
            (true, false) => partition,
            _ => null,
        };

    public static void Append(RequestUriBuilder uri, string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return;
        }

        var keys = token.Split(' ', 2);
        uri.AppendQuery("NextPartitionKey", keys[0], escapeValue: true);
        uri.AppendOptional("NextRowKey", keys.Length == 2 ? keys[1] : null);
    }
}
