using System.Text.Json;
using Spectre.Console;

namespace Campaigns.Local.Demo;

/// <summary>Shows the results beside the published ones.</summary>
internal static class Report
{
    /// <summary>Whether what was counted is what was published.</summary>
    public static bool Matches(JsonElement results) =>
        Number(results.GetProperty("uses").GetProperty("total")) == MissingType.Uses
        && Number(results.GetProperty("influencers")) == MissingType.Influencers
        && Number(results.GetProperty("organisations")) == MissingType.Organisations;

    /// <summary>Prints the table, and where to look on.</summary>
    public static void Show(JsonElement results, Uri address)
    {
        var uses = results.GetProperty("uses");
        var table = new Table().Border(TableBorder.Rounded).Title("[bold]#MissingType and #NationalBloodWeek[/]");
        table.AddColumn("Figure");
        table.AddColumn(new TableColumn("This engine").RightAligned());
        table.AddColumn(new TableColumn("Published in 2015").RightAligned());
        Row("Uses of both hashtags", Number(uses.GetProperty("total")), MissingType.Uses);
        foreach (var tag in uses.GetProperty("byHashtag").EnumerateObject())
        {
            Row($"  of #{tag.Name}", Number(tag.Value), null);
        }

        Row("Influencers", Number(results.GetProperty("influencers")), MissingType.Influencers);
        Row("Organisations and brands", Number(results.GetProperty("organisations")), MissingType.Organisations);
        Row("Mentions", Number(results.GetProperty("mentions")), null);
        Row("Contributors", Number(results.GetProperty("contributors")), null);
        Row("Potential reach (sum of followers)", Number(results.GetProperty("potentialReach")), null);
        Row("Potential impressions", Number(results.GetProperty("potentialImpressions")), null);
        foreach (var feeling in new[] { "positive", "neutral", "negative", "mixed" })
        {
            Row($"Felt {feeling}", Number(results.GetProperty("sentiment").GetProperty(feeling)), null);
        }

        table.AddRow("Rise of the Instagram profile", "not yet", "66%");
        table.AddRow("Likes of images", "not yet", "1,700");
        table.AddRow("People engaged on Facebook", "not yet", "478,480");
        AnsiConsole.WriteLine();
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated($"[grey]Published: {MissingType.Source}. The mentions are generated so that their totals are these; \"not yet\": nobody has entered it by hand.[/]");
        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine("Look at:");
        foreach (var path in new[] { "", "/posts", "/deliveries", "/results", "/results/timeline?grain=day" })
        {
            AnsiConsole.WriteLine($"  {address}api/campaigns/{MissingType.Id}{path}");
        }

        AnsiConsole.WriteLine();

        void Row(string figure, long? value, long? published) => table.AddRow(
            Markup.Escape(figure),
            value is { } known ? $"{(published is null || published == known ? "" : "[red]")}{known:N0}{(published is null || published == known ? "" : "[/]")}" : "not yet",
            published is { } then ? $"{then:N0}" : "");
    }

    private static long? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;
}
