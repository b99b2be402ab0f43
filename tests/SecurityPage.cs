namespace Campaigns.TestSupport;

/// <summary><c>docs/security.md</c>, by its tables.</summary>
internal static class SecurityPage
{
    /// <summary>The last column of every table of threats.</summary>
    public const string HeldBy = "held by";

    /// <summary>The first column of the table of routes.</summary>
    public const string Route = "route";

    private static readonly string File = System.IO.Path.Combine(RepositoryRoot.Path, "docs", "security.md");

    /// <summary>Every table: its header first, then its rows, each by its cells.</summary>
    public static IEnumerable<IReadOnlyList<string[]>> Tables()
    {
        var table = new List<string[]>();
        foreach (var line in System.IO.File.ReadLines(File).Append(""))
        {
            if (line.StartsWith('|'))
            {
                table.Add([.. line.Trim('|').Split('|').Select(cell => cell.Trim())]);
            }
            else if (table.Count > 0)
            {
                yield return [table[0], .. table.Skip(2)];
                table = [];
            }
        }
    }

    /// <summary>The rows of the tables of threats.</summary>
    public static IEnumerable<string[]> Threats() => Tables().Where(table => table[0][^1] == HeldBy).SelectMany(table => table.Skip(1));

    /// <summary>The table of routes, as it is written.</summary>
    public static IReadOnlyList<string> Routes() =>
        [.. System.IO.File.ReadLines(File).SkipWhile(line => !line.StartsWith($"| {Route} |", StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('|'))];

    /// <summary>Writes the table of routes anew.</summary>
    public static void Renew(IReadOnlyList<string> routes)
    {
        var lines = System.IO.File.ReadAllLines(File).ToList();
        var at = lines.FindIndex(line => line.StartsWith($"| {Route} |", StringComparison.Ordinal));
        lines.RemoveRange(at, Routes().Count);
        lines.InsertRange(at, routes);
        System.IO.File.WriteAllLines(File, lines);
    }
}
