using System.Globalization;

namespace Campaigns.Results.Report;

/// <summary>How much of each part the first sheet of the page has room for. What is more stands in the annex, and the sheet says so.</summary>
internal static class FirstSheet
{
    /// <summary>Figures that were entered by hand.</summary>
    public const int Entered = 4;

    public const int Objectives = 5;

    public const int Supporters = 3;

    /// <summary>Reasons for which something is not known.</summary>
    public const int Reasons = 5;

    /// <summary>What is not known for one reason.</summary>
    public const int Gaps = 3;

    public const int Limits = 5;

    /// <summary>Characters of a name.</summary>
    public const int Name = 60;

    /// <summary>Characters of a text.</summary>
    public const int Text = 130;

    /// <summary>Cuts a text that is longer than there is room for, at a word's end where there is one, and shows that it goes on.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        // Never within what people see as one character.
        var end = StringInfo.ParseCombiningCharacters(text).Last(start => start <= most);
        var word = text.LastIndexOf(' ', end);
        return $"{text[..(word > end / 2 ? word : end)].TrimEnd()}…";
    }
}
