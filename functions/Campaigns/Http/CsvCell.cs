using System.Buffers;

namespace Campaigns.Http;

/// <summary>
/// One cell of a CSV that is safe to open in a spreadsheet: what a spreadsheet would take for a formula gets an apostrophe before it, which
/// shows that the rest is text.
/// </summary>
public static class CsvCell
{
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\t\r\n");

    /// <summary>Writes a cell.</summary>
    /// <param name="text">The text; null makes an empty cell.</param>
    public static string Of(string? text)
    {
        var safe = text is [var first, ..] && Formula.Contains(first, StringComparison.Ordinal) ? $"'{text}" : text ?? "";
        return safe.AsSpan().ContainsAny(Quoted) || safe.Trim() != safe ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    /// <summary>Takes the apostrophe off that <see cref="Of"/> put before a text.</summary>
    /// <param name="text">The cell.</param>
    public static string Bare(string text) =>
        text is ['\'', var first, ..] && Formula.Contains(first, StringComparison.Ordinal) ? text[1..] : text;
}
