using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Spectre.Console;

namespace Campaigns.Local.Demo;

/// <summary>Takes the campaign from plan to results over the engine's HTTP API.</summary>
internal sealed class Walkthrough(Api api)
{
    private const int LinesEach = 5_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>Runs the steps, one line of progress each.</summary>
    /// <returns>What <c>GET /results</c> answers in the end.</returns>
    public async Task<JsonElement> RunAsync(CancellationToken cancellationToken)
    {
        await api.PutAsync($"api/campaigns/{MissingType.Id}", MissingType.Campaign, cancellationToken);
        Done("Planned: what it tells people, what it wants to hear, how that is acted on");

        var put = await api.PutAsync($"api/campaigns/{MissingType.Id}/posts/{MissingType.PostId}", MissingType.Post, cancellationToken);
        Done(put == HttpStatusCode.Conflict ? "Content: as an earlier run left it" : "Content scheduled for two channels that have no API");

        await api.PutAsync($"api/campaigns/{MissingType.Id}/supporters", MissingType.Supporters, cancellationToken);
        await EnterAsync(MissingType.Id, MissingType.ByHand, cancellationToken);
        await api.PutAsync($"api/campaigns/{PracticeVideo.Id}", PracticeVideo.Campaign, cancellationToken);
        await EnterAsync(PracticeVideo.Id, PracticeVideo.ByHand, cancellationToken);
        Done("Entered by hand what no interface gives: marked self-reported wherever it stands");

        // The publishing timer fires each minute; asking it to fire now saves the wait.
        await api.PostAsync("admin/functions/PublishDue", new StringContent("{}", MediaTypeHeaderValue.Parse("application/json")), cancellationToken);
        await HandInAsync(cancellationToken);
        await SettleAsync(cancellationToken);
        return await CountedAsync(cancellationToken);
    }

    private static void Done(string what) => AnsiConsole.MarkupLineInterpolated($"[green]✓[/] {what}");

    private async Task EnterAsync(string campaign, IEnumerable<Entered> figures, CancellationToken cancellationToken)
    {
        foreach (var figure in figures)
        {
            await api.PutAsync($"api/campaigns/{campaign}/{figure.Path}", figure.Json, cancellationToken);
        }
    }

    private async Task HandInAsync(CancellationToken cancellationToken)
    {
        var accepted = 0;
        foreach (var (body, _) in GeneratedMentions.Bodies(LinesEach))
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-ndjson");
            accepted += (await api.PostAsync("api/mentions", content, cancellationToken)).GetProperty("accepted").GetInt32();
            AnsiConsole.MarkupLineInterpolated($"[grey]  {accepted:N0} of {GeneratedMentions.Count:N0} mentions taken in[/]");
        }

        Done($"{accepted:N0} mentions handed in: keyed hashes and numbers wait to be counted, texts without personal data to be analysed");
    }

    /// <summary>A channel without an API gives a person a task: paste the text, then say where it stands.</summary>
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        var deliveries = await WaitAsync(
            async () => await api.GetAsync($"api/campaigns/{MissingType.Id}/deliveries", cancellationToken),
            list => list.GetProperty("items").EnumerateArray().All(delivery => delivery.GetProperty("state").GetString() is "manual" or "published"),
            "The content did not go out.",
            cancellationToken);
        foreach (var delivery in deliveries.GetProperty("items").EnumerateArray().Where(delivery => delivery.GetProperty("state").GetString() == "manual"))
        {
            var settled = JsonSerializer.SerializeToUtf8Bytes(new { outcome = "published", url = $"https://example.org/{delivery.GetProperty("channel").GetString()}" });
            using var content = new ByteArrayContent(settled);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
            await api.PostAsync($"api/campaigns/{MissingType.Id}/deliveries/{delivery.GetProperty("id").GetString()}/resolve", content, cancellationToken);
        }

        Done($"Published by hand on {deliveries.GetProperty("items").GetArrayLength()} channels, each with its address in the ledger");
    }

    private async Task<JsonElement> CountedAsync(CancellationToken cancellationToken)
    {
        var shown = -1;
        var results = await WaitAsync(
            async () => await api.GetAsync($"api/campaigns/{MissingType.Id}/results", cancellationToken),
            results =>
            {
                var mentions = results.GetProperty("mentions") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : 0;
                if (mentions != shown)
                {
                    shown = mentions;
                    AnsiConsole.MarkupLineInterpolated($"[grey]  {mentions:N0} mentions counted[/]");
                }

                return mentions >= GeneratedMentions.Count && results.GetProperty("sentiment").GetProperty("notLookedAt") is { ValueKind: JsonValueKind.Number } left && left.GetInt32() == 0;
            },
            "The mentions were not counted and analysed in time.",
            cancellationToken);
        Done("Counted and analysed: each mention once, however often a message comes");
        return results;
    }

    private static async Task<JsonElement> WaitAsync(Func<Task<JsonElement>> ask, Func<JsonElement, bool> enough, string otherwise, CancellationToken cancellationToken)
    {
        for (var clock = System.Diagnostics.Stopwatch.StartNew(); clock.Elapsed < LongestWait;)
        {
            var answer = await ask();
            if (enough(answer))
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }

        throw new DemoException(otherwise);
    }
}
