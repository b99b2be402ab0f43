namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>Telephone numbers, e-mail addresses and handles.</summary>
internal static class ContactValues
{
    private static readonly string[] Domains =
    [
        "gmail.com", "hotmail.co.uk", "yahoo.co.uk", "btinternet.com", "outlook.com", "icloud.com", "sky.com", "live.co.uk", "hotmail.com", "talktalk.net", "nhs.net",
        "aol.com", "protonmail.com", "example.org", "student.example.ac.uk", "example.co.uk", "virginmedia.com", "me.com", "tiscali.co.uk", "leeds.example.gov.uk",
    ];

    // The code and how many digits follow it; fictitious ranges of Ofcom first, then the shape of real ones.
    private static readonly (string Range, int Left)[] Fictitious = [("0113 4960", 3), ("0114 4960", 3), ("0121 4960", 3), ("0131 4960", 3), ("0141 4960", 3), ("0161 4960", 3), ("020 79460", 3), ("029 20180", 3), ("028 96496", 3), ("01632 960", 3)];
    private static readonly string[] ThreeDigitCodes = ["020", "023", "024", "028", "029"];
    private static readonly string[] FourDigitCodes = ["0113", "0114", "0115", "0116", "0117", "0118", "0121", "0131", "0141", "0151", "0161", "0191"];
    private static readonly string[] FiveDigitCodes = ["01223", "01273", "01302", "01482", "01522", "01604", "01633", "01792", "01865", "01904", "01204", "01382", "01463", "01792", "01267", "01970"];

    /// <summary>Eleven digits of a mobile number: a fictitious one, or one of the shape of a real one.</summary>
    public static string Mobile(Random random) => random.Chance(0.4) ? $"07700900{random.Digits(3)}" : $"07{random.One("345789")}{random.Digits(8)}";

    /// <summary>The area code and the local number of a landline, without any space in either.</summary>
    public static (string Code, string Local) Landline(Random random)
    {
        if (random.Chance(0.4))
        {
            var (range, left) = random.Pick(Fictitious);
            var parts = range.Split(' ');
            return (parts[0], parts[1] + random.Digits(left));
        }

        var first = random.One("23456789");
        return random.Next(3) switch
        {
            0 => (random.Pick(ThreeDigitCodes), $"{random.One("2378")}{random.Digits(7)}"),
            1 => (random.Pick(FourDigitCodes), $"{first}{random.Digits(6)}"),
            _ => (random.Pick(FiveDigitCodes), $"{first}{random.Digits(5)}"),
        };
    }

    /// <summary>A mobile number in one of the groupings in use.</summary>
    public static string WrittenMobile(Random random)
    {
        var digits = Mobile(random);
        var abroad = digits[1..];
        return random.Next(9) switch
        {
            0 => digits,
            1 => $"{digits[..5]} {digits[5..]}",
            2 => $"{digits[..5]} {digits[5..8]} {digits[8..]}",
            3 => $"+44{abroad}",
            4 => $"+44 {abroad[..4]} {abroad[4..]}",
            5 => $"+44 {abroad[..4]} {abroad[4..7]} {abroad[7..]}",
            6 => $"+44 (0){abroad[..4]} {abroad[4..]}",
            7 => $"0044 {abroad[..4]} {abroad[4..]}",
            _ => $"{digits[..4]} {digits[4..7]} {digits[7..]}",
        };
    }

    /// <summary>A landline in one of the groupings in use.</summary>
    public static string WrittenLandline(Random random)
    {
        var (code, local) = Landline(random);
        var split = local.Length == 8 ? 4 : 3;
        var grouped = $"{local[..split]} {local[split..]}";
        return random.Next(6) switch
        {
            0 => $"{code}{local}",
            1 => $"{code} {local}",
            2 => $"{code} {grouped}",
            3 => $"({code}) {grouped}",
            4 => $"+44 {code[1..]} {grouped}",
            _ => $"({code}) {local}",
        };
    }

    public static string Email(Random random)
    {
        var (given, surname) = (People.Plain(random.Pick(People.Given)), People.Plain(random.Pick(People.Surnames)));
        var number = random.Between(10, 9999);
        var local = random.Next(7) switch
        {
            0 => $"{given}.{surname}{number}",
            1 => $"{given}{surname}{number}",
            2 => $"{given[0]}.{surname}.{number}",
            3 => $"{given}_{surname}{number}",
            4 => $"{surname}{number}",
            5 => $"{given}-{surname}{number}",
            _ => $"{given}+nhs{number}",
        };
        return $"{local}@{random.Pick(Domains)}";
    }

    /// <summary>The name of an account, without the sign before it.</summary>
    public static string Account(Random random)
    {
        var (given, surname) = (People.Plain(random.Pick(People.Given)), People.Plain(random.Pick(People.Surnames)));
        var number = random.Between(10, 9999);
        return random.Next(6) switch
        {
            0 => $"{given}_{surname}{number}",
            1 => $"{given}{surname[0]}{number}",
            2 => $"the_real_{given}{number}",
            3 => $"{surname}{number}",
            4 => $"{char.ToUpperInvariant(given[0])}{given[1..]}{char.ToUpperInvariant(surname[0])}{surname[1..]}{number}",
            _ => $"_{given}{number}_",
        };
    }
}
