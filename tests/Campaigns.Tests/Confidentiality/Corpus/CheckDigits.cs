using System.Globalization;
using System.Numerics;

namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>The published check digits.</summary>
internal static class CheckDigits
{
    /// <summary>The tenth digit of an NHS, CHI or Health and Care number (weights 10 to 2, modulus 11), or null where the nine digits have none.</summary>
    public static int? Modulus11(string nine)
    {
        var check = 11 - (nine.Select(static (digit, at) => (digit - '0') * (10 - at)).Sum() % 11);
        return check switch { 11 => 0, 10 => null, _ => check };
    }

    /// <summary>Whether ten digits end with their right check digit.</summary>
    public static bool IsModulus11(string ten) => ten.Length == 10 && Modulus11(ten[..9]) == ten[9] - '0';

    /// <summary>The last digit of a card number (Luhn).</summary>
    public static int Luhn(string withoutCheck)
    {
        var sum = withoutCheck.Reverse().Select(static (digit, at) => (digit - '0') * (at % 2 == 0 ? 2 : 1)).Sum(static value => value > 9 ? value - 9 : value);
        return (10 - (sum % 10)) % 10;
    }

    /// <summary>Whether a card number ends with its right check digit.</summary>
    public static bool IsLuhn(string digits) => Luhn(digits[..^1]) == digits[^1] - '0';

    /// <summary>The two digits after the country of an IBAN (modulus 97).</summary>
    public static string Iban(string country, string account) => $"{98 - (int)(Number(account + country + "00") % 97):00}";

    /// <summary>Whether an IBAN without spaces has the right check digits.</summary>
    public static bool IsIban(string iban) => Number(iban[4..] + iban[..4]) % 97 == 1;

    private static BigInteger Number(string text) =>
        BigInteger.Parse(string.Concat(text.Select(static letter => char.IsAsciiDigit(letter) ? $"{letter}" : $"{letter - 'A' + 10}")), CultureInfo.InvariantCulture);
}
