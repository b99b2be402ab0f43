using System.Globalization;
using Spectre.Console;

namespace Campaigns.Benchmarks;

/// <summary>Holds figures to what was promised, after all of them are printed.</summary>
internal static class Judge
{
    private static readonly List<string> Broken = [];

    /// <summary>Whether every promise was kept so far.</summary>
    public static bool IsContent => Broken.Count == 0;

    public static void AtMost(string figure, double value, double most) => Hold(value <= most, figure, value, "at most", most);

    public static void AtLeast(string figure, double value, double least) => Hold(value >= least, figure, value, "at least", least);

    private static void Hold(bool kept, string figure, double value, string bound, double promised)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{figure}: {value:0.####}, promised {bound} {promised:0.####}");
        AnsiConsole.MarkupLineInterpolated($"[{(kept ? "green" : "red")}]{(kept ? "kept  " : "BROKEN")}[/] {said}");
        if (!kept)
        {
            Broken.Add(said);
        }
    }
}
