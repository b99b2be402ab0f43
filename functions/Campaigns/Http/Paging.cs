using System.Globalization;
using Campaigns.Storage;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Http;

/// <summary>Which part of a list is asked for: <c>?limit=</c> (100, at most 1,000) and <c>after=</c>, the last key of the page before.</summary>
/// <param name="Limit">The greatest number of items.</param>
/// <param name="After">The key after which the page starts, or null for the first page.</param>
public sealed record Paging(int Limit, string? After)
{
    /// <summary>Reads the two from the query.</summary>
    /// <param name="request">The request.</param>
    /// <param name="faults">Where faults go.</param>
    public static Paging From(HttpRequest request, Faults faults)
    {
        var limit = 100;
        if (request.Query["limit"].FirstOrDefault() is { } text
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > 1000))
        {
            faults.Add("limit", text, "must be a whole number from 1 to 1000");
        }

        var after = request.Query["after"].FirstOrDefault();
        if (!string.IsNullOrEmpty(after) && !KeyText.IsKey(after))
        {
            faults.Add("after", after, "must be the next of the page before");
        }

        return new Paging(limit, after);
    }

    /// <summary>Makes the answer: the items, and <c>next</c> where there are more.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="found">Up to <c>Limit + 1</c> items in key order: one more than asked tells that there is a next page.</param>
    /// <param name="key">The key of an item.</param>
    /// <returns>200 with <c>items</c> and <c>next</c> (null on the last page).</returns>
    public IResult Answer<T>(IReadOnlyList<T> found, Func<T, string> key) => TypedResults.Ok(new
    {
        items = found.Take(Limit),
        next = found.Count > Limit ? key(found[Limit - 1]) : null,
    });
}
