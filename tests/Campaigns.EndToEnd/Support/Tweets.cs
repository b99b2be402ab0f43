using System.Diagnostics;
using System.Text.Json;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd.Support;

/// <summary>The vaccination tweets, a campaign for three of their hashtags, and an independent count of what it must find in them.</summary>
internal static class Tweets
{
    public const string Campaign = """
        { "name": "Vaccination", "start": "2020-12-01", "end": "2021-04-30", "timeZone": "Etc/UTC",
          "hashtags": ["#PfizerBioNTech", "#COVID19", "#Moderna"],
          "plan": { "tell": "Vaccines are safe", "hear": "What worries people", "act": "Answer the questions that come most" } }
        """;

    /// <summary>The file; the test is skipped where it is absent.</summary>
    public static string File()
    {
        var file = RepositoryRoot.SharedData is { } data ? Path.Combine(data, "vaccination_tweets.csv") : null;
        Assert.SkipUnless(System.IO.File.Exists(file), "vaccination_tweets.csv is not beside the checkout (../shared/data).");
        return file!;
    }

    /// <summary>Counts the file with the script in <c>count-tweets</c>, which uses nothing of the engine.</summary>
    public static async Task<TweetFigures> CountAsync()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.EndToEnd", "count-tweets");
        await NodePackages.EnsureAsync(folder);
        using var node = Process.Start(new ProcessStartInfo(
            "node", [Path.Combine(folder, "count.mjs"), File(), "2020-12-01T00:00:00", "2021-05-01T00:00:00", "#PfizerBioNTech", "#COVID19", "#Moderna"])
        { RedirectStandardOutput = true })!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return TweetFigures.Of(JsonDocument.Parse(output).RootElement);
    }
}

/// <summary>The figures that both counts give.</summary>
internal sealed record TweetFigures(long? Mentions, long? Uses, string UsesByHashtag, long? Contributors, long? PotentialReach, long? PotentialImpressions, long? Likes, long? Shares)
{
    /// <summary>Reads them from an answer of the same shape as <c>GET /results</c>.</summary>
    public static TweetFigures Of(JsonElement results)
    {
        var uses = results.GetProperty("uses");
        var engagements = results.GetProperty("engagements");
        var byHashtag = uses.GetProperty("byHashtag").EnumerateObject().OrderBy(tag => tag.Name, StringComparer.Ordinal).Select(tag => $"{tag.Name} {tag.Value}");
        return new(
            Number(results, "mentions"), Number(uses, "total"), string.Join(", ", byHashtag), Number(results, "contributors"),
            Number(results, "potentialReach"), Number(results, "potentialImpressions"), Number(engagements, "likes"), Number(engagements, "shares"));
    }

    private static long? Number(JsonElement holder, string name) => holder.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : null;
}
