using System.Text.Json;

namespace Campaigns.Listening.Intake;

/// <summary>What was counted of a signed message, as a message that comes again is answered.</summary>
internal static class KeptAnswer
{
    /// <summary>The most refused lines that it shows.</summary>
    public const int MostLines = 100;

    /// <summary>The most characters of it: a row of a table takes a megabyte, two bytes for each.</summary>
    private const int Longest = 200_000;

    /// <summary>The answer without what the lines said, which rests nowhere, and without as many lines, then columns, as make it too long to keep.</summary>
    public static string Of(IntakeCounts counts)
    {
        RefusedLine[] lines = [.. counts.RefusedLines.Take(MostLines).Select(static line => line with { Faults = [.. line.Faults.Select(static fault => fault with { Value = null })] })];
        var columns = counts.IgnoredColumns?.ToArray();
        while (true)
        {
            var text = JsonSerializer.Serialize(
                new
                {
                    counts.Accepted,
                    counts.Matched,
                    counts.MatchedTopicsOnly,
                    counts.LookAlikes,
                    counts.Refused,
                    counts.RefusedByReason,
                    RefusedLines = lines,
                    IgnoredColumns = columns,
                },
                JsonSerializerOptions.Web);
            if (text.Length <= Longest || (lines.Length == 0 && columns is not { Length: > 0 }))
            {
                return text;
            }

            (lines, columns) = lines.Length > 0 ? (lines[..(lines.Length / 2)], columns) : (lines, columns![..(columns.Length / 2)]);
        }
    }
}
