using System.Net;
using System.Text.Json;
using Campaigns.Benchmarks.Made;
using Campaigns.EndToEnd.Support;

namespace Campaigns.Benchmarks.Chaos;

/// <summary>Says what is wrong once the storm is over and every queue is empty.</summary>
/// <param name="made">What was handed in.</param>
/// <param name="erased">Who was erased meanwhile.</param>
/// <param name="patience">How long the whole run may take.</param>
internal sealed class ChaosJudgement(MadeMentions made, ErasedAuthors erased, Patience patience)
{
    /// <summary>Everything that is not as it must be.</summary>
    /// <param name="engines">The workers.</param>
    /// <param name="storage">What they stored.</param>
    public async Task<IReadOnlyList<string>> WrongAsync(IReadOnlyList<EngineProcess> engines, EngineStorage storage) =>
        [.. await CompareAsync(engines), .. await LeftAsync(storage)];

    /// <summary>Every figure of every worker that is not what the plain count says, once the roll-ups had their time.</summary>
    private async Task<IReadOnlyList<string>> CompareAsync(IReadOnlyList<EngineProcess> engines)
    {
        var rollUps = new Patience(TimeSpan.FromMinutes(3));
        var exact = new ExactResults(made);
        var wrong = new List<string>();
        foreach (var (engine, number) in engines.Select(static (engine, number) => (engine, number)))
        {
            IReadOnlyList<string> differences;
            while ((differences = await DifferencesAsync(engine, exact)).Count > 0 && !rollUps.IsOver && !patience.IsOver)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
            }

            wrong.AddRange(differences.Select(difference => $"worker {number}: {difference}"));
        }

        return wrong;
    }

    /// <summary>Where the hashes of erased authors stand, once the sweeps had their time.</summary>
    private async Task<IEnumerable<string>> LeftAsync(EngineStorage storage)
    {
        var sweeps = new Patience(TimeSpan.FromMinutes(4));
        IReadOnlyList<string> left;
        while ((left = await erased.LeftAsync(storage)).Count > 0 && !sweeps.IsOver && !patience.IsOver)
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
        }

        return left.Select(static place => $"an erased author's hash: {place}");
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(EngineProcess engine, ExactResults exact)
    {
        var results = await engine.AskAsync(HttpMethod.Get, "api/campaigns/chaos/results", null, "", HttpStatusCode.OK);
        var timeline = await engine.AskAsync(HttpMethod.Get, "api/campaigns/chaos/results/timeline?grain=hour", null, "", HttpStatusCode.OK);
        var missed = results.GetProperty("coverage").EnumerateArray().Where(static entry => entry.GetProperty("state").GetString() is "not_counted" or "dropped");
        return [.. exact.Differences(results, timeline), .. missed.Select(static entry => $"coverage still says {entry.GetRawText()}"), .. Unfelt(results)];
    }

    /// <summary>Each mention is looked at once: one that is added up twice makes the sum too large, one that is lost too small.</summary>
    private static IEnumerable<string> Unfelt(JsonElement results)
    {
        var sentiment = results.GetProperty("sentiment");
        var looked = new[] { "analysed", "notOffered", "failed", "overBudget" }.Sum(name => sentiment.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : 0);
        if (looked != results.GetProperty("mentions").GetInt64())
        {
            yield return $"{looked} texts were looked at: {sentiment.GetRawText()}";
        }
    }
}
