namespace Campaigns.Insight.Language;

/// <summary>The service spells some languages in one way when it finds them, and in another when it is told them.</summary>
internal static class LanguageCode
{
    /// <summary>A language that was found, as it is sent; null where none was.</summary>
    public static string? ToSend(string? found) => found switch
    {
        null or "" or "(Unknown)" or "und" => null,
        "zh_chs" => "zh-hans",
        "zh_cht" => "zh-hant",
        _ => found.Replace('_', '-'),
    };

    /// <summary>A language as the results have it: without script and region.</summary>
    public static string? ToTell(string? language) => language?.Split('-')[0].ToLowerInvariant();
}
