using System.Buffers;
using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>E-mail addresses, also where the signs are written out: "jo at example dot org", "jo [at] example.org".</summary>
internal static class Emails
{
    private const string Parting = " \t\n\r[](){}<>_-*|\"'";
    private static readonly SearchValues<char> Brackets = SearchValues.Create(Parting);
    private static readonly SearchValues<char> BracketsAndSigns = SearchValues.Create(Parting + ".+%");
    private static readonly SearchValues<char> Opening = SearchValues.Create("[({<_-*|");
    private static readonly SearchValues<char> Closing = SearchValues.Create("])}>_-*|");
    private static readonly SearchValues<char> SpacedDot = SearchValues.Create(" .[](){}\n\r");
    private static readonly SearchValues<char> InLocal = SearchValues.Create("._%+'-~!$*/");
    private const int LongestGap = 4;

    // An address has no more words and numbers on either side; more would make hostile texts slow.
    private const int MostParts = 24;

    public static void Find(ReadText text)
    {
        for (var at = 0; at + 1 < text.Count; at++)
        {
            if (text.HasAt && text.GapAfter(at) is var gap && gap.IndexOf('@') is >= 0 and var sign)
            {
                BySign(text, at, sign, gap.Length);
            }
            else if (at > 0 && text.Tokens[at].Is(WordClasses.At))
            {
                ByWord(text, at);
            }
        }
    }

    private static void BySign(ReadText text, int left, int sign, int length)
    {
        var gap = text.GapAfter(left);
        if (text.Tokens[left].Kind == TokenKind.Found || text.Tokens[left + 1].Kind == TokenKind.Found || gap[..sign].ContainsAnyExcept(BracketsAndSigns) || gap[(sign + 1)..].ContainsAnyExcept(Brackets) || length > 2 + (2 * LongestGap))
        {
            return;
        }

        // Spaces about the sign: only where a domain that exists follows.
        var isTight = length == 1 || !gap.ContainsAny(' ', '\n', '\r');
        if (Domain(text, left + 1, !isTight, out _) is > 0 and var end)
        {
            text.Spans.Add(Local(text, left), end, PersonalDataKind.Email);
        }
    }

    private static void ByWord(ReadText text, int at)
    {
        var before = text.GapAfter(at - 1);
        var after = text.GapAfter(at);
        if (before.Length > LongestGap || after.Length > LongestGap || before.ContainsAnyExcept(Brackets) || after.ContainsAnyExcept(Brackets) || at + 1 >= text.Count || text.Tokens[at - 1].Kind == TokenKind.Found)
        {
            return;
        }

        var isBracketed = before.ContainsAny(Opening) && after.ContainsAny(Closing);
        if (Domain(text, at + 1, true, out var isSpelled) is not (> 0 and var end))
        {
            return;
        }

        var local = Local(text, at - 1);
        var isWord = local == text.Tokens[at - 1].Start && text.Tokens[at - 1].Is(WordClasses.Common | WordClasses.Filler);
        var isLabelled = Labels.Before(text, at, WordClasses.MailLabel, 8);
        if (isBracketed || isLabelled || (!isWord && isSpelled) || (local < text.Tokens[at - 1].Start))
        {
            text.Spans.Add(local, end, PersonalDataKind.Email);
        }
    }

    /// <summary>The end of a domain that begins at a token, or -1; with loose writing, dots may be words and the last part must be one that exists.</summary>
    private static int Domain(ReadText text, int first, bool isLoose, out bool isSpelled)
    {
        isSpelled = false;
        var (at, parts, isKnown) = (first, 1, false);
        while (at < text.Count && at < first + MostParts && text.Tokens[at].Kind != TokenKind.Found)
        {
            // Letters, digits and hyphens that touch are one part.
            while (at + 1 < text.Count && at < first + MostParts && text.GapAfter(at) is [] or ['-'] or ['-', '-'] && text.Tokens[at + 1].Kind != TokenKind.Found && !(isSpelled && text.GapAfter(at) is ['-'] && IsDot(text, at + 1)))
            {
                at++;
            }

            isKnown = text.Tokens[at].Is(WordClasses.TopLevel);
            if (at + 1 >= text.Count)
            {
                break;
            }

            var gap = text.GapAfter(at);
            if (gap is ['.'])
            {
                at++;
            }
            else if (at + 2 < text.Count && gap.Length <= LongestGap && IsDot(text, at + 1) && !gap.ContainsAnyExcept(Brackets) && !text.GapAfter(at + 1).ContainsAnyExcept(Brackets) && text.GapAfter(at + 1).Length <= LongestGap)
            {
                (isSpelled, at) = (true, at + 2);
            }
            else if (gap.Length <= 5 && gap.Contains('.') && !gap.ContainsAnyExcept(SpacedDot) && gap.Length > 1 && (gap[0] != '.' || parts == 1) && text.Tokens[at + 1].Is(WordClasses.TopLevel) && !text.Tokens[at + 1].IsCapitalised)
            {
                (isLoose, at) = (true, at + 1);
            }
            else
            {
                break;
            }

            parts++;
        }

        return parts > 1 && text.Tokens[at].Kind == TokenKind.Word && text.Tokens[at].Length > 1 && (!(isLoose || isSpelled) || isKnown) ? text.Tokens[at].End : -1;
    }

    private static bool IsDot(ReadText text, int at) => text.Text(text.Tokens[at]) is var word && (word.Equals("dot", StringComparison.OrdinalIgnoreCase) || word.Equals("period", StringComparison.OrdinalIgnoreCase) || word.Equals("point", StringComparison.OrdinalIgnoreCase));

    // Back over what an address may hold: "jo.smith", "jo dot smith", "jo_smith+news".
    private static int Local(ReadText text, int last)
    {
        var at = last;
        while (at > 0 && at > last - MostParts && text.Tokens[at - 1].Kind != TokenKind.Found)
        {
            var gap = text.GapAfter(at - 1);
            if (gap.Length <= 3 && !gap.ContainsAnyExcept(InLocal) && !(gap.Contains('/') && text.Tokens[at - 1].IsInAddress))
            {
                at--;
            }
            else if (at > 1 && gap.Length <= LongestGap && IsSign(text, at - 1) && !gap.ContainsAnyExcept(Brackets) && text.GapAfter(at - 2) is var before && before.Length <= LongestGap && !before.ContainsAnyExcept(Brackets) && text.Tokens[at - 2].Kind != TokenKind.Found)
            {
                at -= 2;
            }
            else if (gap is [' ', '.', ' '] or [' ', '.'] or [' ', '_', ' '])
            {
                at--;
            }
            else
            {
                break;
            }
        }

        return text.Tokens[at].Start;
    }

    private static bool IsSign(ReadText text, int at) => IsDot(text, at) || (text.Text(text.Tokens[at]) is var word
        && (word.Equals("underscore", StringComparison.OrdinalIgnoreCase) || word.Equals("dash", StringComparison.OrdinalIgnoreCase) || word.Equals("hyphen", StringComparison.OrdinalIgnoreCase) || word.Equals("plus", StringComparison.OrdinalIgnoreCase)));
}
