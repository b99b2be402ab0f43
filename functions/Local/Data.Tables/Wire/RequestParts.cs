#nullable enable
using System.Globalization;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>Small parts of requests and of their sending that every operation shares.</summary>
internal static class RequestParts
{
    public static void AppendOptional(this RequestUriBuilder uri, string name, string? value)
    {
        if (value is not null)
        {
            uri.AppendQuery(name, value, escapeValue: true);
        }
    }

    public static void AppendOptional(this RequestUriBuilder uri, string name, int? value) =>
        uri.AppendOptional(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>The result of an operation that was sent without waiting asynchronously, and so is complete.</summary>
    public static T Result<T>(this ValueTask<T> completed) => completed.GetAwaiter().GetResult();
}
