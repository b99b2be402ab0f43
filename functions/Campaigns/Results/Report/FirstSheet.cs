using System.Globalization;

namespace Campaigns.Results.Report;

/// <summary>How much of each part the first sheet of the page has room for. What is more stands in the annex, and the sheet says so.</summary>
internal static class FirstSheet
{
    private const int MostEntered = 3;

    public const int Objectives = 5;

    public const int Supporters = 3;

    /// <summary>Reasons for which something is not known.</summary>
    public const int Reasons = 5;

    /// <summary>Characters of what is not known, over all reasons.</summary>
    public const int Gaps = 800;

    public const int Limits = 5;

    /// <summary>Characters of a name.</summary>
    public const int Name = 60;

    /// <summary>Characters of an account's or a supporter's name.</summary>
    public const int Who = 40;

    /// <summary>Characters of a text.</summary>
    public const int Text = 120;

    /// <summary>Of so many characters and more, tags left out, the sheet is printed small.</summary>
    public const int Small = 3_400;

    /// <summary>Figures that were entered by hand: one fewer where a sentence about a comparison takes its place.</summary>
    /// <param name="report">The report.</param>
    public static int Entered(CampaignReport report) => report.Comparison is null ? MostEntered : MostEntered - 1;

    /// <summary>Whether a sheet is so full that it is printed small.</summary>
    /// <param name="markup">What stands on it.</param>
    public static bool IsFull(string markup)
    {
        var (characters, isTag) = (0, false);
        foreach (var character in markup)
        {
            isTag = character == '<' || (isTag && character != '>');
            characters += isTag || character == '>' ? 0 : 1;
        }

        return characters >= Small;
    }

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
