using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>Card numbers, sort codes and account numbers.</summary>
internal static class BankNumbers
{
    public const int MostDigits = 19;
    private const int Near = 6;

    public static bool Matches(ReadText text, DigitChain chain, int from, int to)
    {
        var digits = chain.Digits(from, to);
        return digits.Length switch
        {
            6 => IsSortCode(text, chain, from, to),
            7 or 8 => IsAccount(text, chain, from, to),
            14 => IsSortCodeAndAccount(text, chain, from, to) || IsCard(text, chain, from, to, digits),
            >= 13 and <= MostDigits => IsCard(text, chain, from, to, digits),
            _ => false,
        };
    }

    private static bool IsCard(ReadText text, DigitChain chain, int from, int to, ReadOnlySpan<char> digits)
    {
        // "+44 1792 934 773 - two doses": a country's code begins no card, and a word ends none.
        var start = text.Atoms[chain[from].FirstAtom].Start;
        if (chain[from].IsSpelled != chain[to].IsSpelled || (start > 0 && text.Chars[start - 1] == '+'))
        {
            return false;
        }

        var isIssued = digits switch
        {
            ['4', ..] => digits.Length is 13 or 16 or 19,
            ['5', >= '0' and <= '8', ..] or ['2', >= '2' and <= '7', ..] => digits.Length is 16,
            ['3', '4' or '7', ..] => digits.Length is 15,
            ['3', '0' or '6' or '8' or '9', ..] => digits.Length is 14,
            ['6', ..] => digits.Length is 16 or 18 or 19,
            _ => false,
        };
        var isLabelled = Labels.Near(text, chain[from].Token, chain[to].Token, WordClasses.BankLabel, Near);
        return (isIssued && (Checksums.IsLuhn(digits) || (digits.Length == 16 && digits[0] is '4' or '5' && (from == to || chain.IsShaped(from, to, "4444"))))) || (isLabelled && digits.Length is 15 or 16 or 19 && (isIssued || from == to || chain.IsShaped(from, to, "4444")));
    }

    private static bool IsSortCodeAndAccount(ReadText text, DigitChain chain, int from, int to) =>
        (chain.IsShaped(from, to, "2228") && !chain.BeginsWithDate(from))
        || ((chain.IsShaped(from, to, "22244") || chain.IsShaped(from, to, "68") || chain.IsSpaced(from, to)) && Labels.Near(text, chain[from].Token, chain[to].Token, WordClasses.BankLabel, Near));

    private static bool IsSortCode(ReadText text, DigitChain chain, int from, int to)
    {
        if (!(from == to || chain.IsShaped(from, to, "222") || chain.IsShaped(from, to, "33") || chain.IsSpaced(from, to)))
        {
            return false;
        }

        return IsShortLabel(text, chain[from].Token) || Labels.Directly(text, chain[from].Token, WordClasses.BankLabel, WordClasses.Filler | WordClasses.NumberWord | WordClasses.Digit)
            || (from == to && IsAccount(text, chain, from, to))
            || (from != to && chain[from + 1].Sign is '-' or ' ' && (Labels.Near(text, chain[from].Token, chain[to].Token, WordClasses.BankLabel, 3)));
    }

    private static bool IsAccount(ReadText text, DigitChain chain, int from, int to) =>
        (from == to || to - from < 4 || chain.IsSpaced(from, to)) && !chain.BeginsWithDate(from)
        && (IsShortLabel(text, chain[from].Token) || Labels.Directly(text, chain[from].Token, WordClasses.BankLabel) || (from == to && chain[from].Length == 8 && Labels.Near(text, chain[from].Token, chain[to].Token, WordClasses.BankLabel, Near)));

    // "s/c 20-00-00 a/c 12345678"
    private static bool IsShortLabel(ReadText text, int token)
    {
        while (token > 2 && text.Tokens[token - 1].Length > 1 && text.Tokens[token - 1].Is(WordClasses.Filler | WordClasses.NumberWord))
        {
            token--;
        }

        return token > 1 && text.Tokens[token - 1].Length == 1 && text.Chars[text.Tokens[token - 1].Start] is 'c' or 'C' && text.GapAfter(token - 2) is ['/'] && text.Tokens[token - 2].Length == 1;
    }
}
