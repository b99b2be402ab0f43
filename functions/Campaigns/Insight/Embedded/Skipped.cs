namespace Campaigns.Insight.Embedded;

/// <summary>What stands in texts and says nothing: each answers how long it is, or 0.</summary>
internal static class Skipped
{
    private const int LongestPlaceholder = 24;

    /// <summary>A web address.</summary>
    /// <param name="text">The text from there on.</param>
    public static int Link(ReadOnlySpan<char> text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? UpToSpace(text) : 0;

    /// <summary>The end of a web address without scheme: ".nhs.uk/flu".</summary>
    /// <param name="text">The text after its first word.</param>
    public static int Domain(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '.' || !char.IsAsciiLetter(text[1]))
        {
            return 0;
        }

        var end = 1;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return text[1..end] is "com" or "org" or "net" or "uk" or "ly" or "co" or "gov" or "nhs" or "wales" or "scot" or "io" ? UpToSpace(text) : 0;
    }

    /// <summary>Somebody's handle.</summary>
    /// <param name="text">The text from there on.</param>
    public static int Handle(ReadOnlySpan<char> text)
    {
        var end = 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '@' || (text[end] is '.' or '-' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))))
        {
            end++;
        }

        return end == 1 ? 0 : end;
    }

    /// <summary>What stands in place of personal data: "[nhsNumber]".</summary>
    /// <param name="text">The text from there on.</param>
    public static int Placeholder(ReadOnlySpan<char> text)
    {
        var end = 1;
        while (end < Math.Min(text.Length, LongestPlaceholder) && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return end > 1 && end < text.Length && text[end] == ']' ? end + 1 : 0;
    }

    /// <summary>A character reference that a platform left in: "&amp;amp;". The heart "&amp;lt;3" is none.</summary>
    /// <param name="text">The text from there on.</param>
    public static int Entity(ReadOnlySpan<char> text) =>
        text.StartsWith("&lt;3", StringComparison.Ordinal) ? 0
        : text.StartsWith("&amp;", StringComparison.Ordinal) ? 5
        : text.StartsWith("&lt;", StringComparison.Ordinal) || text.StartsWith("&gt;", StringComparison.Ordinal) ? 4
        : text.StartsWith("&quot;", StringComparison.Ordinal) || text.StartsWith("&apos;", StringComparison.Ordinal) ? 6
        : text.StartsWith("&#39;", StringComparison.Ordinal) ? 5
        : 0;

    private static int UpToSpace(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end;
    }
}
