using System.Text;

namespace Campaigns.Tests.Support;

/// <summary>Reads CSV by RFC 4180 to the letter, and nothing else: what is laxer is a fault.</summary>
public static class CsvText
{
    public static List<string[]> Records(string text)
    {
        Assert.Equal('\uFEFF', text[0]);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var (records, cells, at) = (new List<string[]>(), new List<string>(), 1);
        while (at < text.Length)
        {
            cells.Add(Cell(text, ref at));
            if (text[at] == ',')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            records.Add([.. cells]);
            cells.Clear();
        }

        Assert.Single(records.Select(record => record.Length).Distinct());
        return records;
    }

    /// <summary>The records by the names of their columns.</summary>
    public static List<Dictionary<string, string>> Rows(string text)
    {
        var records = Records(text);
        return [.. records.Skip(1).Select(record => records[0].Zip(record).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }

    private static string Cell(string text, ref int at)
    {
        var cell = new StringBuilder();
        if (text[at] != '"')
        {
            for (; text[at] is not (',' or '\r'); at++)
            {
                Assert.True(text[at] is not ('"' or '\n'), $"A bare cell has {text[at]} at {at}.");
                cell.Append(text[at]);
            }

            return cell.ToString();
        }

        for (at++; ; at++)
        {
            if (text[at] != '"')
            {
                cell.Append(text[at]);
            }
            else if (text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else
            {
                at++;
                return cell.ToString();
            }
        }
    }
}
