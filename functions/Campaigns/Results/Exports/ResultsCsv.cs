using System.Text.Json;
using Campaigns.Http;

namespace Campaigns.Results.Exports;

/// <summary>Writes results as CSV: one line for each figure, with its status, so that an empty cell says why it is empty.</summary>
internal static class ResultsCsv
{
    private static readonly string[] Header =
        ["campaignId", "from", "to", "figure", "about", "value", "unit", "status", "why", "source", "definition", "asOf", "coverage", "meaning", "reportedBy", "readFrom"];

    public static string Write(ResultsResponse results, JsonSerializerOptions json)
    {
        var table = new CsvTable(Header);
        foreach (var line in FigureLines.Of(results, json))
        {
            table.Add(
            [
                results.CampaignId, results.From, results.To, line.Path, line.About, line.Value, line.Words.Unit, line.Figure.Status, line.Figure.Why,
                line.Figure.Source, line.Figure.Definition, line.Figure.AsOf, line.Figure.Coverage, line.Words.Meaning, line.Words.ReportedBy,
                line.Words.ReadFrom,
            ]);
        }

        return table.ToString();
    }
}
