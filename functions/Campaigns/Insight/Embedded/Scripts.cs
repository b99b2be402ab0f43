namespace Campaigns.Insight.Embedded;

/// <summary>Which script a letter is of, and which language a script tells of.</summary>
internal static class Scripts
{
    /// <summary>The script of a letter.</summary>
    /// <param name="letter">A UTF-16 unit.</param>
    public static Script Of(char letter) => letter switch
    {
        < '\u0250' => Script.Latin,
        >= '\u0370' and < '\u0400' => Script.Greek,
        >= '\u0400' and < '\u0530' => Script.Cyrillic,
        >= '\u0530' and < '\u0590' => Script.Armenian,
        >= '\u0590' and < '\u0600' => Script.Hebrew,
        >= '\u0600' and < '\u0700' or >= '\u0750' and < '\u0780' or >= '\uFB50' and < '\uFE00' => Script.Arabic,
        >= '\u0900' and < '\u0980' => Script.Devanagari,
        >= '\u0980' and < '\u0A00' => Script.Bengali,
        >= '\u0A00' and < '\u0A80' => Script.Gurmukhi,
        >= '\u0A80' and < '\u0B00' => Script.Gujarati,
        >= '\u0B80' and < '\u0C00' => Script.Tamil,
        >= '\u0C00' and < '\u0C80' => Script.Telugu,
        >= '\u0C80' and < '\u0D00' => Script.Kannada,
        >= '\u0D00' and < '\u0D80' => Script.Malayalam,
        >= '\u0D80' and < '\u0E00' => Script.Sinhala,
        >= '\u0E00' and < '\u0E80' => Script.Thai,
        >= '\u0E80' and < '\u0F00' => Script.Lao,
        >= '\u1000' and < '\u10A0' => Script.Burmese,
        >= '\u10A0' and < '\u1100' => Script.Georgian,
        >= '\u1200' and < '\u1380' => Script.Amharic,
        >= '\u1780' and < '\u1800' => Script.Khmer,
        >= '\u1E00' and < '\u1F00' => Script.Latin,
        >= '\u3040' and < '\u3100' => Script.Kana,
        >= '\u3400' and < '\uA000' => Script.Han,
        >= '\uAC00' and < '\uD7B0' => Script.Hangul,
        _ => Script.Other,
    };

    /// <summary>The language that a script tells of; null where several are written in it, or none is known.</summary>
    /// <param name="script">The script.</param>
    public static string? LanguageOf(Script script) => script switch
    {
        Script.Han => "zh",
        Script.Kana => "ja",
        Script.Hangul => "ko",
        Script.Greek => "el",
        Script.Hebrew => "he",
        Script.Armenian => "hy",
        Script.Bengali => "bn",
        Script.Gurmukhi => "pa",
        Script.Gujarati => "gu",
        Script.Tamil => "ta",
        Script.Telugu => "te",
        Script.Kannada => "kn",
        Script.Malayalam => "ml",
        Script.Sinhala => "si",
        Script.Thai => "th",
        Script.Lao => "lo",
        Script.Burmese => "my",
        Script.Georgian => "ka",
        Script.Amharic => "am",
        Script.Khmer => "km",
        _ => null,
    };
}
