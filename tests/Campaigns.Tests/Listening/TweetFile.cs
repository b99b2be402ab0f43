using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Campaigns.Listening.Intake;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening;

/// <summary>A file of real tweets beside the checkout, as a body of mentions, and what an independent count finds in it.</summary>
/// <param name="Name">The file's name under <c>../shared/data</c>.</param>
/// <param name="Body">The body.</param>
/// <param name="ContentType">The body's content type.</param>
/// <param name="DerivesIds">Whether its ids are damaged.</param>
internal sealed record TweetFile(string Name, byte[] Body, string ContentType, bool DerivesIds)
{
    public MentionFormat Format => MentionFormat.TryParse(ContentType, out var format) ? format : throw new InvalidOperationException(ContentType);

    public static TweetFile Read(string name)
    {
        Assert.SkipWhen(RepositoryRoot.SharedData is null, "../shared/data is absent");
        var content = File.ReadAllBytes(Path.Combine(RepositoryRoot.SharedData!, name));
        return Path.GetFileName(name) switch
        {
            "vaccination_all_tweets.csv" => new(name, content, "text/csv; charset=cp949", DerivesIds: true),
            ['v', ..] => new(name, content, "text/csv", DerivesIds: false),
            _ => new(name, Encoding.UTF8.GetBytes(Lines(Encoding.UTF8.GetString(content))), "application/x-ndjson", DerivesIds: false),
        };
    }

    /// <summary>How many tweets bear each hashtag, for every hashtag of the files, by a script that uses nothing of the engine.</summary>
    public static async Task<IReadOnlyDictionary<string, Counted>> CountAsync(params string[] names)
    {
        var folder = Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.EndToEnd", "count-tweets");
        await NodePackages.EnsureAsync(folder);
        using var node = Process.Start(new ProcessStartInfo(
            "node", [Path.Combine(folder, "hashtags.mjs"), .. names.Select(name => Path.Combine(RepositoryRoot.SharedData!, name))])
        { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var counted = JsonSerializer.Deserialize<Dictionary<string, Counted>>(await node.StandardOutput.ReadToEndAsync(), JsonSerializerOptions.Web)!;
        await node.WaitForExitAsync();
        Assert.Equal(names.Length, counted.Count);
        return counted;
    }

    /// <summary>Lines of <c>id|date|text</c> as lines of JSON.</summary>
    private static string Lines(string file) => string.Join('\n', file.Split('\n').Where(line => line.Length > 0).Select(line =>
    {
        var parts = line.Split('|', 3);
        return JsonSerializer.Serialize(new
        {
            channel = "x",
            id = parts[0],
            createdAt = DateTimeOffset.ParseExact(parts[1], "ddd MMM dd HH:mm:ss zzz yyyy", CultureInfo.InvariantCulture),
            text = parts[2],
        });
    }));

    /// <summary>What the script says of a file.</summary>
    /// <param name="Tweets">How many tweets it has.</param>
    /// <param name="Hashtags">How many of them bear each hashtag.</param>
    internal sealed record Counted(long Tweets, IReadOnlyDictionary<string, long> Hashtags);
}
