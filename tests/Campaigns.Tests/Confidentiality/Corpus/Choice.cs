namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>What is drawn from a seeded source.</summary>
internal static class Choice
{
    public static T Pick<T>(this Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>One of the characters.</summary>
    public static char One(this Random random, string from) => from[random.Next(from.Length)];

    public static bool Chance(this Random random, double of) => random.NextDouble() < of;

    /// <summary>So many characters out of an alphabet.</summary>
    public static string Letters(this Random random, int count, string from = "ABCDEFGHIJKLMNOPQRSTUVWXYZ") => string.Concat(Enumerable.Range(0, count).Select(_ => random.One(from)));

    /// <summary>So many digits.</summary>
    public static string Digits(this Random random, int count) => random.Letters(count, "0123456789");

    /// <summary>A whole number, both ends included.</summary>
    public static int Between(this Random random, int least, int most) => random.Next(least, most + 1);
}
