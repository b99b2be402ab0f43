using System.Text.RegularExpressions;

namespace Campaigns.Insight.Language;

/// <summary>Languages are spelled in one way by channels, in another by the service when it finds them, and in a third when it is told them.</summary>
internal static partial class LanguageCode
{
    /// <summary>A language that was told or found, as it is sent: without region, but with the script where the service wants it. Null where it is none.</summary>
    public static string? ToSend(string? language)
    {
        var code = language?.Replace('_', '-').ToLowerInvariant();
        if (code is null || !Tag().IsMatch(code))
        {
            return null;
        }

        return (code.Split('-')[0], code) switch
        {
            ("und" or "zxx" or "mul", _) => null,
            ("zh", "zh-cht" or "zh-hant" or "zh-tw" or "zh-hk" or "zh-mo") => "zh-hant",
            ("zh", _) => "zh-hans",
            ("nb" or "nn", _) => "no",
            // Codes that ISO gave up and that channels still use.
            ("iw", _) => "he",
            ("in", _) => "id",
            (var plain, _) => plain,
        };
    }

    /// <summary>A language as the results have it.</summary>
    public static string? ToTell(string? language) => language?.Split('-')[0];

    [GeneratedRegex("^[a-z]{2,3}(-[a-z0-9]{2,8})*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
