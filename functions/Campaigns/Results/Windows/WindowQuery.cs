using Campaigns.Http;
using Campaigns.Planning;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Campaigns.Results.Windows;

/// <summary>Reads which days of a campaign a request asks for: whole days by the campaign's calendar, either end alone allowed.</summary>
/// <param name="first">How the query calls the first day.</param>
/// <param name="last">How it calls the last one.</param>
internal sealed class WindowQuery(string first, string last)
{
    /// <summary>The days that figures are of.</summary>
    public static WindowQuery Shown { get; } = new("from", "to");

    /// <summary>The days that they are compared with.</summary>
    public static WindowQuery Compared { get; } = new("compareFrom", "compareTo");

    /// <summary>Says what no date is, for all of a request at once.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The problem; null where all can be read.</returns>
    public static IResult? Malformed(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string[] wrong = [.. new[] { Shown, Compared }.SelectMany(query => query.Wrong(request))];
        return wrong.Length == 0 ? null : Problems.BadRequest($"{string.Join(" and ", wrong)} must be a date such as 2015-06-08, given once.");
    }

    /// <summary>Reads the days of a request that is not malformed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="faults">Where days go that are not the campaign's.</param>
    /// <returns>The days; null where none are asked for, or all.</returns>
    public DayWindow? In(HttpRequest request, Campaign campaign, Faults faults)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (whole, from, to) = (DayWindow.Of(campaign), Day(request, first), Day(request, last));
        Check(first, from);
        Check(last, to);
        if (from > to)
        {
            faults.Add(last, LocalDatePattern.Iso.Format(to.Value), $"must not come before {first}");
        }

        var window = new DayWindow(from ?? whole.From, to ?? whole.To);
        return window == whole || (from is null && to is null) ? null : window;

        void Check(string field, LocalDate? day)
        {
            if (day is { } known && !whole.Has(known))
            {
                faults.Add(field, LocalDatePattern.Iso.Format(known), $"must be a day of the campaign, from {LocalDatePattern.Iso.Format(whole.From)} to {LocalDatePattern.Iso.Format(whole.To)}");
            }
        }
    }

    /// <summary>Whether a request asks for days.</summary>
    public bool IsIn(HttpRequest request) => request.Query.ContainsKey(first) || request.Query.ContainsKey(last);

    private static LocalDate? Day(HttpRequest request, string field) =>
        request.Query.TryGetValue(field, out var values) && LocalDatePattern.Iso.Parse(values.ToString()) is { Success: true } parsed ? parsed.Value : null;

    private IEnumerable<string> Wrong(HttpRequest request) =>
        new[] { first, last }.Where(field => request.Query.ContainsKey(field) && (request.Query[field].Count != 1 || Day(request, field) is null));
}
