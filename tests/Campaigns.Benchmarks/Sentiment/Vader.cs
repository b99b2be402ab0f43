using System.Diagnostics;
using System.Text.Json;
using Campaigns.TestSupport;

namespace Campaigns.Benchmarks.Sentiment;

/// <summary>npm <c>vader-sentiment</c>, run by Node.js over the same texts.</summary>
internal static class Vader
{
    /// <summary>The border that its authors recommend.</summary>
    private const double Border = 0.05;

    private static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.Benchmarks", "Sentiment", "vader");

    public static async Task<Found> RunAsync(LabelledTexts texts)
    {
        await NodePackages.EnsureAsync(Folder);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(texts.Texts));
            using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "score.cjs"), file]) { RedirectStandardOutput = true })!;
            var said = await JsonSerializer.DeserializeAsync<Scores>(node.StandardOutput.BaseStream, JsonSerializerOptions.Web)
                ?? throw new BenchmarkException("vader-sentiment said nothing.");
            await node.WaitForExitAsync();
            return Found.Of("vader-sentiment", said.Milliseconds * 1000 / texts.Texts.Count, texts.Labels, [.. said.Compounds.Select(LabelOf)]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Label LabelOf(double compound) => compound >= Border ? Label.Positive : compound <= -Border ? Label.Negative : Label.Neutral;

    private sealed record Scores(double Milliseconds, IReadOnlyList<double> Compounds);
}
