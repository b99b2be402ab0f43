using System.Text.RegularExpressions;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd.Support;

/// <summary>The table of <c>docs/security.md</c> that says who may call what.</summary>
internal static partial class RouteTable
{
    private static readonly IReadOnlyList<string[]> Table = SecurityPage.Tables().Single(static table => table[0][0] == SecurityPage.Route);

    /// <summary>The kinds of callers, in the order of the columns.</summary>
    public static IReadOnlyList<string> Kinds { get; } = Table[0][1..];

    /// <summary>Each route by its method and path, and what each kind of caller is answered.</summary>
    public static IReadOnlyList<(HttpMethod Method, string Path, IReadOnlyList<string> Cells)> Rows { get; } =
    [
        .. Table.Skip(1).Select(row => (new HttpMethod(row[0].Trim('`').Split(' ')[0]), row[0].Trim('`').Split(' ')[1].TrimStart('/'), (IReadOnlyList<string>)row[1..])),
    ];

    /// <summary>A path with something in place of its parameters.</summary>
    /// <param name="path">The path.</param>
    /// <param name="with">What stands for each, by its name.</param>
    public static string Filled(string path, Func<string, string> with) => Parameter().Replace(path, name => with(name.Groups[1].Value));

    [GeneratedRegex(@"\{\*?(\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
