#nullable enable
using System.Net;

namespace Azure.Data.Tables.Wire;

/// <summary>The service's base address and what its parts say.</summary>
internal static class TableAddress
{
    /// <summary>The account: the host's first label, or the first path segment where the host is an address (an emulator).</summary>
    public static string AccountOf(Uri endpoint) =>
        endpoint.IsLoopback || IPAddress.TryParse(endpoint.DnsSafeHost, out _)
            ? endpoint.Segments.Skip(1).Select(static segment => segment.TrimEnd('/')).FirstOrDefault("")
            : endpoint.Host.Split('.')[0];

    public static string Entity(string table, string partitionKey, string rowKey) =>
        $"/{table}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";

    /// <summary>A key in an address: quotes doubled as in a literal, then everything but unreserved characters percent-encoded.</summary>
    private static string Escape(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
