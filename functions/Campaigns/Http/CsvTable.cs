using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Campaigns.Http;

/// <summary>
/// A CSV file by RFC 4180: a header, lines that end with CR LF, and a byte order mark, by which spreadsheets know UTF-8. Texts are safe to open (<see cref="CsvCell"/>);
/// numbers stay numbers, those below zero too.
/// </summary>
public sealed class CsvTable
{
    private readonly StringBuilder text = new("\uFEFF");
    private readonly int columns;

    /// <summary>Begins a table.</summary>
    /// <param name="header">The names of its columns.</param>
    public CsvTable(IReadOnlyCollection<string> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        columns = header.Count;
        Write(header.Select(CsvCell.Of));
    }

    /// <summary>Adds a line.</summary>
    /// <param name="cells">Its cells: texts, numbers, times; null for an empty one.</param>
    public void Add(IReadOnlyCollection<object?> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Count != columns)
        {
            throw new ArgumentException($"A line has {cells.Count} cells, and the header {columns}.", nameof(cells));
        }

        Write(cells.Select(Cell));
    }

    /// <inheritdoc />
    public override string ToString() => text.ToString();

    private static string Cell(object? value) => value switch
    {
        null => "",
        string written => CsvCell.Of(written),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        JsonElement { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell cannot be a {value.GetType().Name}.", nameof(value)),
    };

    private void Write(IEnumerable<string> cells) => text.AppendJoin(',', cells).Append("\r\n");
}
