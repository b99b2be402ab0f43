using System.Globalization;

namespace Campaigns.Results.Feed;

/// <summary>Keys of rows: parts in a row, the campaign first.</summary>
internal static class FeedKey
{
    /// <summary>Below every character of ids and hashtags, so that keys are in the order of their parts.</summary>
    public const char Separator = ',';

    private const string HourFormat = "yyyyMMddHH";

    public static string Of(params ReadOnlySpan<string> parts) => string.Join(Separator, parts!);

    /// <summary>An hour in a key: UTC, in the order of time.</summary>
    public static string HourText(DateTimeOffset hour) => hour.UtcDateTime.ToString(HourFormat, CultureInfo.InvariantCulture);

    /// <summary>The hour with which the rest of a key begins; null where it does not.</summary>
    public static DateTimeOffset? HourOf(string? rest) =>
        rest is { Length: >= 10 } && DateTimeOffset.TryParseExact(rest[..10], HourFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var hour) ? hour : null;
}
