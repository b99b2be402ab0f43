using System.Globalization;
using System.Text;

namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>What people do to a datum to get it past filters, and what keyboards and apps do to it.</summary>
internal static class Distort
{
    private static readonly string[] Words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    private static readonly string[] Alphabet =
    [
        "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet", "kilo", "lima", "mike", "november", "oscar", "papa", "quebec", "romeo", "sierra", "tango", "uniform", "victor",
        "whiskey", "x-ray", "yankee", "zulu",
    ];

    private static readonly string[] Invisible = ["\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD"];
    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private static readonly string[] Teens = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];

    /// <summary>9 4 3: every letter and digit on its own.</summary>
    public static string Spaced(string value, string by = " ") => string.Join(by, value.Where(static letter => !char.IsWhiteSpace(letter)));

    /// <summary>The wide forms that East Asian keyboards give.</summary>
    public static string FullWidth(string value) => string.Concat(value.Select(static letter => letter is > ' ' and <= '~' ? (char)(letter + 0xFEE0) : letter));

    /// <summary>Digits and letters of the mathematical bold alphabet, which take two UTF-16 code units each.</summary>
    public static string Styled(string value) => string.Concat(value.Select(static letter => letter switch
    {
        >= '0' and <= '9' => char.ConvertFromUtf32(0x1D7EC + letter - '0'),
        >= 'A' and <= 'Z' => char.ConvertFromUtf32(0x1D5D4 + letter - 'A'),
        >= 'a' and <= 'z' => char.ConvertFromUtf32(0x1D5EE + letter - 'a'),
        _ => $"{letter}",
    }));

    /// <summary>Digits as the keys of the emoji keyboard.</summary>
    public static string Keycaps(string value) => string.Concat(value.Select(static letter => char.IsAsciiDigit(letter) ? $"{letter}\uFE0F\u20E3" : $"{letter}"));

    /// <summary>Characters that nobody sees, at one to three places inside.</summary>
    public static string WithInvisible(Random random, string value)
    {
        for (var times = random.Between(1, 3); times > 0; times--)
        {
            value = value.Insert(random.Between(1, value.Length - 1), random.Pick(Invisible));
        }

        return value;
    }

    /// <summary>nine four three; twice the same digit may be "double four", a nought "oh".</summary>
    public static string Spoken(Random random, string value)
    {
        var said = new List<string>();
        var (zero, doubles) = (random.Pick(["zero", "oh", "zero"]), random.Chance(0.3));
        var letters = value.Where(char.IsAsciiLetterOrDigit).ToArray();
        for (var at = 0; at < letters.Length; at++)
        {
            var word = letters[at] is '0' ? zero : char.IsAsciiDigit(letters[at]) ? Words[letters[at] - '0'] : $"{letters[at]}";
            var isDouble = doubles && char.IsAsciiDigit(letters[at]) && at + 1 < letters.Length && letters[at + 1] == letters[at];
            said.Add(isDouble ? $"double {word}" : word);
            at += isDouble ? 1 : 0;
        }

        return string.Join(random.Pick([" ", " ", "-", ", "]), said);
    }

    /// <summary>alpha bravo one two: as people spell letters on the telephone.</summary>
    public static string Phonetic(string value) => string.Join(' ', value.Where(char.IsAsciiLetterOrDigit).Select(static letter =>
        char.IsAsciiDigit(letter) ? Words[letter - '0'] : Alphabet[char.ToUpperInvariant(letter) - 'A']));

    /// <summary>The letter O for every nought, as people do who have seen a filter.</summary>
    public static string WithOhs(string value) => value.Replace('0', 'O');

    /// <summary>nineteen eighty five.</summary>
    public static string SaidYear(int year) => year >= 2000 ? year == 2000 ? "two thousand" : $"two thousand and {SaidNumber(year - 2000)}" : $"nineteen {(year % 100 < 10 ? $"oh {Words[year % 10]}" : SaidNumber(year % 100))}";

    /// <summary>A number below 100 in words.</summary>
    public static string SaidNumber(int number) => number switch
    {
        < 10 => Words[number],
        < 20 => Teens[number - 10],
        _ => number % 10 == 0 ? Tens[number / 10] : $"{Tens[number / 10]} {Words[number % 10]}",
    };

    /// <summary>The twelfth, the thirty first.</summary>
    public static string SaidDay(int day) => day switch
    {
        1 => "first",
        2 => "second",
        3 => "third",
        5 => "fifth",
        8 => "eighth",
        9 => "ninth",
        12 => "twelfth",
        20 => "twentieth",
        30 => "thirtieth",
        > 20 => $"{Tens[day / 10]} {SaidDay(day % 10)}",
        _ => $"{SaidNumber(day)}th",
    };

    /// <summary>Breaks the line at one of the gaps, or in the middle where there is none.</summary>
    public static string OverLines(Random random, string value)
    {
        var gaps = Enumerable.Range(1, value.Length - 2).Where(at => value[at] == ' ').ToArray();
        var end = random.Pick(["\n", "\r\n", "\n "]);
        if (gaps.Length == 0)
        {
            return value.Insert(value.Length / 2, end);
        }

        var gap = random.Pick(gaps);
        return new StringBuilder(value).Remove(gap, 1).Insert(gap, end).ToString();
    }

    /// <summary>Upper case here and lower case there.</summary>
    public static string OtherCase(Random random, string value) =>
        random.Next(3) switch { 0 => value.ToLowerInvariant(), 1 => value.ToUpperInvariant(), _ => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(value.ToLowerInvariant()) };
}
