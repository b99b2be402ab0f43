using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>Telephone numbers by the United Kingdom's numbering plan, and foreign ones that say their country.</summary>
internal static class Telephones
{
    public const int FewestDigits = 6;
    public const int MostDigits = 17;

    private const int Near = 4;

    // The one line without a nought that is as long as an account's sort code: "ring 116 123, sort it out".
    private const string Samaritans = "116123";

    /// <summary>Whether the groups are a number that anybody may call.</summary>
    public static bool IsHelpline(ReadText text, DigitChain chain, int from, int to) =>
        chain.Digits(from, to) is var digits && (Helplines.Has(National(digits, HasPlus(text, chain, from))) || (digits is Samaritans && (from == to || chain.IsShaped(from, to, "33"))));

    public static bool Matches(ReadText text, DigitChain chain, int from, int to)
    {
        var digits = chain.Digits(from, to);
        if (digits.Length is < FewestDigits or > MostDigits || chain.BeginsWithDate(from))
        {
            return false;
        }

        for (var at = from + 1; at <= to; at++)
        {
            // "03/01/2016, 10:12": a date and a time.
            if (chain[at].Sign is ':' or '/' && chain[from].Length is 2 && !chain[from].IsSpelled)
            {
                return false;
            }
        }

        var hasPlus = HasPlus(text, chain, from);
        var national = National(digits, hasPlus);
        if (national.IsEmpty)
        {
            return (hasPlus && digits.Length is >= 8 and <= 15 && digits[0] != '0') || IsLocal(text, chain, from, to, digits);
        }

        return IsNational(national) && !Helplines.Has(national);
    }

    /// <summary>Whether a number, its nought left out, is in use in the United Kingdom.</summary>
    private static bool IsNational(ReadOnlySpan<char> number) => number switch
    {
        ['7', ..] => number.Length == 10,
        ['1', ..] => number.Length is 10 or 9,
        ['2', '0' or '3' or '4' or '8' or '9', ..] => number.Length == 10,
        ['3' or '5' or '9', ..] => number.Length == 10,
        ['8', '0', '0' or '8', ..] => number.Length is 10 or 9,
        ['8', ..] => number.Length is 10,
        _ => false,
    };

    // What follows the nought, or the country's code with or without it: 07…, +44 7…, 0044 (0)7…, 447….
    private static ReadOnlySpan<char> National(ReadOnlySpan<char> digits, bool hasPlus) => digits switch
    {
        ['0', '0', '4', '4', '0', .. var number] => number,
        ['0', '0', '4', '4', .. var number] => number,
        ['4', '4', '0', .. var number] when hasPlus || number.Length == 10 => number,
        ['4', '4', .. var number] when hasPlus || (number.Length == 10 && number[0] is '7' or '2' or '1') => number,
        ['0', '0', ..] => [],
        ['0', .. var number] when !hasPlus => number,
        _ => [],
    };

    private static bool HasPlus(ReadText text, DigitChain chain, int from)
    {
        var start = text.Atoms[chain[from].FirstAtom].Start;
        return start > 0 && (text.Chars[start - 1] == '+' || (start > 1 && text.Chars[start - 1] is ' ' or '(' && text.Chars[start - 2] == '+'))
            && !(start > 1 && char.IsAsciiLetterOrDigit(text.Chars[start - 2]) && text.Chars[start - 1] == '+')
            || Said(text, chain[from].Token - 1, "plus");
    }

    private static bool Said(ReadText text, int token, string word) =>
        token >= 0 && text.Tokens[token].Kind == TokenKind.Word && text.Text(text.Tokens[token]).Equals(word, StringComparison.OrdinalIgnoreCase);

    // "Tel 960123", "phone: 7700 900123": a number without its beginning is one only beside its label.
    private static bool IsLocal(ReadText text, DigitChain chain, int from, int to, ReadOnlySpan<char> digits) =>
        digits[0] is not ('0' or '1')
        && ((digits is ['7', ..] && digits.Length == 10 && Labels.Near(text, chain[from].Token, chain[to].Token, WordClasses.TelephoneLabel, Near))
            || (digits.Length is >= 6 and <= 8 && to - from < 2 && from == 0 && to == chain.Groups - 1 && Labels.Directly(text, chain[from].Token, WordClasses.TelephoneWord)));
}
