using System.Globalization;
using Microsoft.OData.Edm;

namespace Campaigns.Results.Feed;

/// <summary>Compares the values of columns and of literals, whatever number each is.</summary>
internal static class FeedValues
{
    public static bool AreEqual(object? one, object? other) => one is null || other is null ? one is null && other is null : Compare(one, other) == 0;

    /// <summary>The order of two values that are not null.</summary>
    public static int Compare(object one, object other) => (one, other) switch
    {
        (string text, string against) => string.CompareOrdinal(text, against),
        (DateTimeOffset moment, DateTimeOffset against) => moment.CompareTo(against),
        (DateTimeOffset moment, Date against) => DateOf(moment)!.Value.CompareTo(against),
        (Date day, DateTimeOffset against) => day.CompareTo(DateOf(against)!.Value),
        (Date day, Date against) => day.CompareTo(against),
        (bool flag, bool against) => flag.CompareTo(against),
        (double or float, _) or (_, double or float) => Convert.ToDouble(one, CultureInfo.InvariantCulture).CompareTo(Convert.ToDouble(other, CultureInfo.InvariantCulture)),
        _ => Convert.ToDecimal(one, CultureInfo.InvariantCulture).CompareTo(Convert.ToDecimal(other, CultureInfo.InvariantCulture)),
    };

    /// <summary>The order of two values, null before all others.</summary>
    public static int CompareNulls(object? one, object? other) => (one, other) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ => Compare(one, other),
    };

    /// <summary>The day of a moment, as its offset has it; null of what is none.</summary>
    public static Date? DateOf(object? value) => value switch
    {
        DateTimeOffset moment => new Date(moment.Year, moment.Month, moment.Day),
        Date day => day,
        _ => null,
    };
}
