using System.Globalization;

namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>What stands on papers: National Insurance, bank, dates of birth.</summary>
internal static class PaperValues
{
    public static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    // HMRC: neither letter is D, F, I, Q, U or V, the second is no O, and some prefixes are never given.
    private const string PrefixLetters = "ABCEGHJKLMNOPRSTWXYZ";
    private static readonly HashSet<string> NeverGiven = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"];

    /// <summary>Two letters, six digits and A to D, without spaces.</summary>
    public static string NationalInsurance(Random random)
    {
        string prefix;
        do
        {
            prefix = $"{random.One(PrefixLetters)}{random.One(PrefixLetters.Replace("O", "", StringComparison.Ordinal))}";
        }
        while (NeverGiven.Contains(prefix));

        return $"{prefix}{random.Digits(6)}{random.One("ABCD")}";
    }

    /// <summary>The pairs that the letters from HMRC print.</summary>
    public static string Paired(string number, string by = " ") => $"{number[..2]}{by}{number[2..4]}{by}{number[4..6]}{by}{number[6..8]}{by}{number[8..]}";

    public static string SortCode(Random random, string by = "-") => $"{random.Between(1, 90):00}{by}{random.Digits(2)}{by}{random.Digits(2)}";

    public static string AccountNumber(Random random) => random.Digits(8);

    /// <summary>Sixteen digits of a Visa or Mastercard number, the last one right.</summary>
    public static string Card(Random random)
    {
        var without = $"{random.Pick(["4", "4", "51", "52", "53", "54", "55"])}";
        without += random.Digits(15 - without.Length);
        return $"{without}{CheckDigits.Luhn(without)}";
    }

    public static string Iban(Random random)
    {
        var account = $"{random.Pick(["NWBK", "BARC", "LOYD", "MIDL", "HBUK", "RBOS", "ABBY", "BUKB"])}{random.Digits(14)}";
        return $"GB{CheckDigits.Iban("GB", account)}{account}";
    }

    /// <summary>Groups of four, as cards and statements print.</summary>
    public static string Fours(string value, string by = " ") => string.Join(by, value.Chunk(4).Select(static four => new string(four)));

    public static DateOnly Birth(Random random) => new DateOnly(1932, 1, 1).AddDays(random.Next(92 * 365));

    /// <summary>A date as people in the UK write one.</summary>
    public static string Date(Random random, DateOnly date) => random.Next(9) switch
    {
        0 => Invariant(date, "dd/MM/yyyy"),
        1 => Invariant(date, "d/M/yyyy"),
        2 => Invariant(date, "dd/MM/yy"),
        3 => Invariant(date, "dd-MM-yyyy"),
        4 => Invariant(date, "dd.MM.yyyy"),
        5 => Invariant(date, "d MMMM yyyy"),
        6 => $"{Ordinal(date.Day)} {Invariant(date, "MMMM yyyy")}",
        7 => Invariant(date, "d MMM yyyy"),
        _ => Invariant(date, "yyyy-MM-dd"),
    };

    public static string Ordinal(int day) => $"{day}{(day % 10, day / 10) switch { (1, not 1) => "st", (2, not 1) => "nd", (3, not 1) => "rd", _ => "th" }}";

    public static string Invariant(DateOnly date, string format) => date.ToString(format, CultureInfo.InvariantCulture);
}
