using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>NHS, CHI and Health and Care numbers: ten digits each.</summary>
internal static class HealthNumbers
{
    public const int Digits = 10;
    private const int Near = 10;

    public static bool Matches(ReadText text, DigitChain chain, int from, int to, out PersonalDataKind kind)
    {
        var digits = chain.Digits(from, to);
        kind = KindOf(digits);
        if (chain.IsShaped(from, to, "334"))
        {
            return true;
        }

        if (from == 0 && to == chain.Groups - 1 && chain.IsSpaced(from, to))
        {
            // Ten digits one by one are somebody's number, unless they only count.
            return !IsCounting(digits);
        }

        if (Checksums.IsHealthNumber(digits))
        {
            // Two numbers side by side ("12 15 18 22 30") may come out right by chance; one number, or digits one by one, do not.
            if (from == to || chain.IsSpaced(from, to) || (to - from < 4 && from == 0 && to == chain.Groups - 1 && !chain.BeginsWithDate(from)) || (chain.IsShaped(from, to, "64") && kind == PersonalDataKind.ChiNumber))
            {
                return true;
            }
        }

        var (first, last) = (chain[from].Token, chain[to].Token);
        for (var at = from + 1; at <= to; at++)
        {
            if (chain[at].Sign == ':' || (chain[at].Sign == '/' && chain[from].Length < 3))
            {
                return false;
            }
        }

        return !chain.BeginsWithDate(from) && Labels.Near(text, first, last, WordClasses.HealthNumberLabel | WordClasses.HospitalLabel, Near);
    }

    private static bool IsCounting(ReadOnlySpan<char> digits)
    {
        var step = digits[1] - digits[0];
        for (var at = 2; at < Digits - 1; at++)
        {
            if (digits[at] - digits[at - 1] != step)
            {
                return false;
            }
        }

        return true;
    }

    private static PersonalDataKind KindOf(ReadOnlySpan<char> digits) => digits[0] switch
    {
        '3' when digits[1] >= '2' => PersonalDataKind.HealthAndCareNumber,
        <= '3' when Two(digits) is > 0 and < 32 && Two(digits[2..]) is > 0 and < 13 => PersonalDataKind.ChiNumber,
        _ => PersonalDataKind.NhsNumber,
    };

    private static int Two(ReadOnlySpan<char> digits) => ((digits[0] - '0') * 10) + digits[1] - '0';
}
