using System.Globalization;

namespace Campaigns.Channels.Feeds;

/// <summary>Reads the times of feeds: those of e-mail in RSS, ISO ones in Atom, and either where feeds do not keep to that.</summary>
internal static class FeedTime
{
    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = "+00:00",
        ["UTC"] = "+00:00",
        ["GMT"] = "+00:00",
        ["Z"] = "+00:00",
        ["EST"] = "-05:00",
        ["EDT"] = "-04:00",
        ["CST"] = "-06:00",
        ["CDT"] = "-05:00",
        ["MST"] = "-07:00",
        ["MDT"] = "-06:00",
        ["PST"] = "-08:00",
        ["PDT"] = "-07:00",
    };

    private static readonly string[] Forms = ["d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm zzz", "d MMM yy HH:mm:ss zzz", "d MMM yy HH:mm zzz"];

    public static DateTimeOffset? Read(string text)
    {
        var time = text.Trim();
        return time.Length > 64 ? null : FoundRules.Time(time) ?? OfMail(time);
    }

    private static DateTimeOffset? OfMail(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var words = text[(comma + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is not (4 or 5))
        {
            return null;
        }

        // Months are often spelt out, and a zone may be missing, a name or an offset without its colon.
        var zone = words.Length == 4 ? "+00:00" : Zones.GetValueOrDefault(words[4], words[4]);
        zone = zone.Length == 5 && zone[0] is '+' or '-' && !zone.Contains(':', StringComparison.Ordinal) ? zone.Insert(3, ":") : zone;
        var form = $"{words[0]} {words[1][..Math.Min(3, words[1].Length)]} {words[2]} {words[3]} {zone}";
        return DateTimeOffset.TryParseExact(form, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToUniversalTime() : null;
    }
}
