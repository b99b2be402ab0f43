namespace Campaigns.Confidentiality.Kinds;

/// <summary>The check digits that numbers carry.</summary>
internal static class Checksums
{
    /// <summary>The NHS's modulus 11 over ten digits; CHI and Health and Care numbers have the same.</summary>
    public static bool IsHealthNumber(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var at = 0; at < 9; at++)
        {
            sum += (10 - at) * (digits[at] - '0');
        }

        return (11 - (sum % 11)) % 11 == digits[9] - '0';
    }

    /// <summary>Luhn's sum, which card numbers pass.</summary>
    public static bool IsLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var at = 0; at < digits.Length; at++)
        {
            var digit = digits[^(at + 1)] - '0';
            sum += at % 2 == 0 ? digit : (digit * 2 % 10) + (digit / 5);
        }

        return sum % 10 == 0;
    }

    /// <summary>The modulus 97 of a running IBAN: letters count from ten.</summary>
    public static int Next97(int remainder, char character) =>
        char.IsAsciiDigit(character) ? ((remainder * 10) + character - '0') % 97 : ((remainder * 100) + character - 'A' + 10) % 97;
}
