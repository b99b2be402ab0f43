using System.Globalization;
using System.Text.RegularExpressions;

namespace Campaigns.Channels.Manual;

/// <summary>
/// Finds the links that X shortens, by the twitter-text rules but for one thing: behind the last dot of a host any two letters or more are a
/// top-level domain, so that no list of them grows old here.
/// </summary>
internal static partial class WebLinks
{
    private const int LongestLabel = 63;
    private const int Longest = 4096;
    private const string NotInHosts = @"\s\p{Cc}""!'#\uFF03%&()*+,\\/:;<=>?@\[\]^_{|}~$.\-\uFEFF\uFFFE\uFFFF\u202A-\u202E\u061C\u200E\u200F\u2066-\u2069";
    private const string Latin = @"a-z0-9\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF";

    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    /// <summary>The links of a text, in their order.</summary>
    public static IEnumerable<(int Start, int End)> In(string text)
    {
        foreach (Match match in Link().Matches(text))
        {
            var end = End(match);
            if (end - match.Index <= Longest && IsHost(match))
            {
                yield return (match.Index, end);
            }
        }
    }

    /// <summary>A sentence's own marks behind a path or a query are not part of the link.</summary>
    private static int End(Match match)
    {
        var (path, query) = (match.Groups["path"], match.Groups["query"]);
        if (query.Success && WithoutTail(query.ValueSpan, "_&=#/-", closes: false) is > 0 and var asked)
        {
            return query.Index + asked;
        }

        return path.Success ? path.Index + WithoutTail(path.ValueSpan, "+-=_#/", closes: true) : query.Success ? query.Index : match.Index + match.Length;
    }

    private static int WithoutTail(ReadOnlySpan<char> part, string endings, bool closes)
    {
        var length = part.Length;
        while (length > 0 && !char.IsLetterOrDigit(part[length - 1]) && !endings.Contains(part[length - 1], StringComparison.Ordinal) && !(closes && part[length - 1] == ')'))
        {
            length--;
        }

        return length;
    }

    private static bool IsHost(Match match)
    {
        var labels = match.Groups["host"].Value.Split('.');
        if (!match.Groups["scheme"].Success && labels is [_, { Length: 2 } country] && !match.Groups["path"].Success
            && !country.Equals("co", StringComparison.OrdinalIgnoreCase) && !country.Equals("tv", StringComparison.OrdinalIgnoreCase))
        {
            // Two letters behind a single name are more often a slip of the space bar than a country's domain.
            return false;
        }

        return Array.TrueForAll(labels, IsLabel);
    }

    private static bool IsLabel(string label)
    {
        if (label.Length > LongestLabel || System.Text.Ascii.IsValid(label))
        {
            return label.Length <= LongestLabel;
        }

        try
        {
            return Idn.GetAscii(label).Length <= LongestLabel;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(
        @"(?<![A-Za-z0-9@\uFF20$#\uFF03\uFEFF\uFFFE\uFFFF])(?:"
        + @"(?<scheme>https?://)(?<host>(?:[^" + NotInHosts + @"]+(?:[-_]+[^" + NotInHosts + @"]+)*\.)+(?:\p{L}[\p{L}\p{M}]+|xn--[a-z0-9-]+))"
        + @"|(?<![-_./])(?<host>(?:[" + Latin + @"]+(?:[-_]+[" + Latin + @"]+)*\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+))"
        + @")(?![a-z0-9@+-])(?::[0-9]+)?"
        + @"(?<path>/(?:\((?:[^\s()]|\([^\s()]*\))*\)|[" + Latin + @"\u0400-\u04FF!*';:=+,.$/%#\[\]\-\u2013_~@|&])*)?"
        + @"(?<query>\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
