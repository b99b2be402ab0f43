namespace Campaigns.Confidentiality.Kinds;

/// <summary>
/// National lines that anybody may call, without their nought. They are published, belong to no person, and a campaign wants to see that
/// they were passed on. Every other number is removed, whatever it begins with.
/// </summary>
internal static class Helplines
{
    private const string Resource = "Campaigns.Confidentiality.Kinds.helplines.txt";

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Numbers = Read().ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Has(ReadOnlySpan<char> national) => Numbers.Contains(national);

    private static IEnumerable<string> Read()
    {
        using var lines = new StreamReader(typeof(Helplines).Assembly.GetManifestResourceStream(Resource)!);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('0'))
            {
                yield return string.Concat(line[1..line.IndexOf("  ", StringComparison.Ordinal)].Where(char.IsAsciiDigit));
            }
        }
    }
}
