using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Campaigns.Channels;

/// <summary>
/// Brings what a channel says within what a mention may say. A figure that cannot be is unknown rather than a reason to drop the item; an item
/// without an id or a time cannot be counted.
/// </summary>
internal static class FoundRules
{
    public static long? Followers(long? count) => count is >= 0 and <= MentionLimits.MostFollowers ? count : null;

    public static long? Engagement(long? count) => count is >= 0 and <= MentionLimits.MostEngagement ? count : null;

    /// <summary>Adds up what is known; null where nothing is.</summary>
    public static long? Sum(long? one, long? other) => Engagement(one) is { } known ? Engagement(known + (Engagement(other) ?? 0)) : Engagement(other);

    /// <summary>An id or a handle as a mention may have it: a long one is stood for by its digest.</summary>
    public static string? Name(string? name) => string.IsNullOrWhiteSpace(name) ? null
        : name.Length <= MentionLimits.LongestId ? name
        : Digest(name);

    /// <summary>What stands for a text that is too long to be an id.</summary>
    public static string Digest(string text) => $"sha256-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    public static Uri? Address(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri : null;

    /// <summary>Reads a time in the ISO form; one without an offset is in UTC.</summary>
    public static DateTimeOffset? Time(string? text) =>
        text is { Length: >= 10 and <= 64 } && text[4] == '-' && char.IsAsciiDigit(text[0])
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time : null;

    /// <summary>Whether the query asks for something that was made at that time.</summary>
    public static bool Covers(this SearchQuery query, DateTimeOffset time) => time >= query.From && time < query.To;
}
