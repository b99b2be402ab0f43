using System.Text;
using System.Text.Json;
using Campaigns.Results.Timeline;

namespace Campaigns.Results.Exports;

/// <summary>Writes a timeline as NDJSON: a row on each line, which says for itself whose it is and when it was true.</summary>
internal static class TimelineLines
{
    public static string Write(string campaignId, TimelineResponse timeline, JsonSerializerOptions json)
    {
        var lines = new StringBuilder();
        foreach (var row in timeline.Rows)
        {
            var line = JsonSerializer.SerializeToNode(row, json)!.AsObject();
            line.Insert(0, "campaignId", campaignId);
            line.Insert(1, "grain", timeline.Grain);
            line.Insert(2, "timeZone", timeline.TimeZone);
            line.Insert(3, "asOf", JsonSerializer.SerializeToNode(timeline.AsOf, json));
            lines.Append(line.ToJsonString(json)).Append('\n');
        }

        return lines.ToString();
    }
}
