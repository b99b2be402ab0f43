namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>Numbers that health services give to people.</summary>
internal static class HealthValues
{
    /// <summary>Ten digits from the ranges of England and Wales, or from those kept for tests, with the right check digit.</summary>
    public static string Nhs(Random random) => Checked(random, () => random.Pick(["4", "6", "7", "94", "943", "999"]));

    /// <summary>Ten digits whose check digit is wrong: somebody mistyped.</summary>
    public static string WrongNhs(Random random) => Wrong(Nhs(random), random);

    /// <summary>Scotland: the date of birth, three digits and the check digit.</summary>
    public static string Chi(Random random) => Checked(random, () => $"{random.Between(1, 28):00}{random.Between(1, 12):00}{random.Between(20, 99):00}");

    /// <summary>Northern Ireland: 320 000 0010 to 399 999 9999.</summary>
    public static string HealthAndCare(Random random) => Checked(random, () => $"3{random.Between(2, 9)}");

    /// <summary>A number as trusts print it on letters and wristbands; it means nothing without its label.</summary>
    public static string Hospital(Random random) => random.Next(6) switch
    {
        0 => random.Digits(7),
        1 => $"{random.One("ABDEGHJKMNPRSTXZ")}{random.Digits(6)}",
        2 => $"{random.One("ABDEGHJKMNPRSTXZ")}{random.Digits(7)}",
        3 => $"{random.Digits(2)}/{random.Digits(5)}",
        4 => $"{random.Pick(["RXH", "RWA", "RJ1", "RTD", "RVV"])}{random.Digits(7)}",
        _ => random.Digits(8),
    };

    /// <summary>The groups of 3, 3 and 4 digits that the services print.</summary>
    public static string Grouped(string ten, string by = " ") => $"{ten[..3]}{by}{ten[3..6]}{by}{ten[6..]}";

    /// <summary>A CHI number as a date and four digits.</summary>
    public static string AfterDate(string ten, string by = " ") => $"{ten[..6]}{by}{ten[6..]}";

    private static string Wrong(string ten, Random random) => $"{ten[..9]}{(ten[9] - '0' + random.Between(1, 9)) % 10}";

    private static string Checked(Random random, Func<string> start)
    {
        while (true)
        {
            var beginning = start();
            var nine = beginning + random.Digits(9 - beginning.Length);
            if (CheckDigits.Modulus11(nine) is { } check)
            {
                return $"{nine}{check}";
            }
        }
    }
}
