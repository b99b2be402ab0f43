namespace Campaigns.Confidentiality.Texts;

/// <summary>Digits that are written out: "oh seven double seven", "twenty-three", "nine hundred".</summary>
internal static class SpelledDigits
{
    private static readonly string[] Units = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private static readonly string[] Numbers = [.. Enumerable.Range(0, 100).Select(static number => $"{number}")];
    private static readonly string[] Repeated = [.. Enumerable.Range(0, 40).Select(static number => new string((char)('0' + (number % 10)), number / 10))];

    public static bool TryRead(ReadText text, int at, out Spelled spelled)
    {
        spelled = default;
        var word = text.Text(text.Tokens[at]);
        if (Is(word, "double") || Is(word, "triple") || Is(word, "treble"))
        {
            var times = Is(word, "double") ? 2 : 3;
            if (at + 1 < text.Count && text.GapAfter(at) is [' ' or '-'] && Digit(text, at + 1) is >= 0 and var digit)
            {
                spelled = new(Repeated[(times * 10) + digit], 2, false);
                return true;
            }

            return false;
        }

        if (Is(word, "hundred") || Is(word, "thousand"))
        {
            spelled = new(Is(word, "hundred") ? "00" : "000", 1, true);
            return true;
        }

        for (var tens = 0; tens < Tens.Length; tens++)
        {
            if (Is(word, Tens[tens]))
            {
                var unit = at + 1 < text.Count && text.GapAfter(at) is [' ' or '-'] && text.Tokens[at + 1].Kind == TokenKind.Word ? Unit(text.Text(text.Tokens[at + 1])) : -1;
                spelled = unit is > 0 and < 10 ? new(Numbers[((tens + 2) * 10) + unit], 2, false) : new(Numbers[(tens + 2) * 10], 1, false);
                return true;
            }
        }

        if (Unit(word) is >= 0 and var value)
        {
            spelled = new(Numbers[value], 1, false);
            return true;
        }

        return false;
    }

    private static int Digit(ReadText text, int at)
    {
        ref var token = ref text.Tokens[at];
        return token.Kind == TokenKind.Number && token.Length == 1 ? text.Chars[token.Start] - '0'
            : token.Kind == TokenKind.Word && Unit(text.Text(token)) is < 10 and var unit ? unit : -1;
    }

    /// <summary>The number below twenty that a word says, or -1.</summary>
    public static int Unit(ReadOnlySpan<char> word)
    {
        if (Is(word, "o") || Is(word, "oh") || Is(word, "nought") || Is(word, "naught") || Is(word, "nil"))
        {
            return 0;
        }

        for (var unit = 0; unit < Units.Length; unit++)
        {
            if (Is(word, Units[unit]))
            {
                return unit;
            }
        }

        return -1;
    }

    /// <summary>The tens that a word says ("sixty"), or -1.</summary>
    public static int Ten(ReadOnlySpan<char> word)
    {
        for (var tens = 0; tens < Tens.Length; tens++)
        {
            if (Is(word, Tens[tens]))
            {
                return (tens + 2) * 10;
            }
        }

        return -1;
    }

    private static bool Is(ReadOnlySpan<char> word, string other) => word.Length == other.Length && word.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>What was read.</summary>
    /// <param name="Digits">The digits.</param>
    /// <param name="Tokens">From how many words.</param>
    /// <param name="Repeats">Whether they only make sense after another digit.</param>
    internal readonly record struct Spelled(string Digits, int Tokens, bool Repeats);
}
