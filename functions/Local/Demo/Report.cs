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
        && Number(results.GetProperty("organisations")) == MissingType.Organisations
        && Rise(results) == MissingType.InstagramRise
        && Reported(results, "image-likes") == MissingType.ImageLikes
        && Reported(results, "people-engaged") == MissingType.Engaged;

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

        table.AddEmptyRow();
        table.AddRow("[grey]Self-reported: entered by hand, never added to what was counted[/]", "", "");
        table.AddRow("Rise of the Instagram profile", $"{Rise(results)}%", $"{MissingType.InstagramRise}%");
        Row("Likes of images", Reported(results, "image-likes"), MissingType.ImageLikes);
        Row("People engaged on Facebook", Reported(results, "people-engaged"), MissingType.Engaged);
        AnsiConsole.WriteLine();
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated($"[grey]Published: {MissingType.Source}. The mentions are generated so that their totals are these; targets, supporters and follower counts are made up.[/]");
        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine("Look at:");
        foreach (var path in new[] { "", "/posts", "/deliveries", "/results", "/results/timeline?grain=day" })
        {
            AnsiConsole.WriteLine($"  {address}api/campaigns/{MissingType.Id}{path}");
        }

        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine("The report, on a page to read and to print (?format=md and ?format=json too):");
        foreach (var campaign in new[] { MissingType.Id, PracticeVideo.Id })
        {
            AnsiConsole.WriteLine($"  {address}api/campaigns/{campaign}/results/report");
        }

        AnsiConsole.WriteLine();

        void Row(string figure, long? value, long? published) => table.AddRow(
            Markup.Escape(figure),
            value is { } known ? $"{(published is null || published == known ? "" : "[red]")}{known:N0}{(published is null || published == known ? "" : "[/]")}" : "not yet",
            published is { } then ? $"{then:N0}" : "");
    }

    private static long? Rise(JsonElement results) => results.GetProperty("accounts").EnumerateArray()
        .Where(account => account.GetProperty("channel").GetString() == "instagram")
        .Select(account => account.GetProperty("growthPercent")).Where(percent => percent.ValueKind == JsonValueKind.Number)
        .Select(percent => (long?)Math.Round(percent.GetDouble())).FirstOrDefault();

    private static long? Reported(JsonElement results, string name) => results.GetProperty("reported").EnumerateArray()
        .Where(figure => figure.GetProperty("name").GetString() == name).Select(figure => Number(figure.GetProperty("value"))).FirstOrDefault();

    private static long? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;
}
