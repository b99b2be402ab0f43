using System.Diagnostics;
using Campaigns.Benchmarks.Made;
using Campaigns.Benchmarks.Wire;
using Campaigns.EndToEnd.Bluesky;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.Benchmarks.Soak;

/// <summary>A campaign's days in minutes: mentions come steadily, posts go out, people read and change plans, and the engine is looked at all the while.</summary>
/// <param name="plan">How long and how much.</param>
/// <param name="tell">Where each sample goes.</param>
internal sealed class SoakRun(SoakPlan plan, Action<SoakSample> tell)
{
    /// <summary>Runs it.</summary>
    public async Task<SoakFigures> RunAsync()
    {
        var made = new MadeMentions("soak", MentionShape.Of((int)(plan.Length.TotalSeconds * plan.LinesPerSecond), plan.Seed));
        await using var azurite = await Azurite.StartAsync();
        await using var bluesky = await BlueskyServer.StartAsync();
        var folder = Directory.CreateTempSubdirectory("campaigns-soak-").FullName;
        var (storage, heap) = (new EngineStorage(azurite.ConnectionString, "soak"), Path.Combine(folder, "heap"));
        var accounts = new Dictionary<string, string>
        {
            ["Bluesky__Accounts__0__Handle"] = bluesky.Handle,
            ["Bluesky__Accounts__0__AppPassword"] = bluesky.AppPassword,
            ["Bluesky__Accounts__0__Service"] = bluesky.Service.AbsoluteUri,
            [RoleKeys.Setting] = RoleKeys.First,
            // Who is told of posts is on this machine.
            ["Outside__AllowPrivateAddresses"] = "true",
            // What an instance may keep of cells is full within minutes, and not only after hours: from then on nothing has a reason to grow.
            ["Listening__CellCacheMegabytes"] = "8",
            ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
            [StartupHook.FileSetting] = heap,
        };
        try
        {
            await using var engine = await EngineProcess.StartAsync(storage, accounts);
            var calls = new TimedCalls(engine, await RoleKeys.MakeAsync(engine, "soak"));
            await using var webhooks = await SoakWebhooks.StartAsync(calls);
            var posts = new SoakPosts(bluesky, calls);
            var watch = new SoakWatch(engine, storage, heap, calls);
            var samples = await LoadAsync(new SoakLoad(plan, made, posts, webhooks, calls), watch);
            return await SettleAsync(made, posts, webhooks, calls, engine, new EngineQueues(storage), samples);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<List<SoakSample>> LoadAsync(SoakLoad load, SoakWatch watch)
    {
        var (samples, clock) = (new List<SoakSample>(), Stopwatch.StartNew());
        for (var running = load.RunAsync(); ;)
        {
            await Task.WhenAny(running, Task.Delay(SoakPlan.EachSample));
            if (running.IsCompleted)
            {
                await running;
                return samples;
            }

            samples.Add(await watch.SampleAsync(clock.Elapsed));
            tell(samples[^1]);
        }
    }

    private static async Task<SoakFigures> SettleAsync(
        MadeMentions made, SoakPosts posts, SoakWebhooks webhooks, TimedCalls calls, EngineProcess engine, EngineQueues queues, List<SoakSample> samples)
    {
        var (patience, clock) = (new Patience(TimeSpan.FromMinutes(5)), Stopwatch.StartNew());
        IReadOnlyList<string> wrong = [.. await posts.WrongAsync(patience), .. await webhooks.WrongAsync(posts.Put, patience)];
        while ((await queues.CountAsync()).All > 0 && !patience.IsOver)
        {
            await Task.Delay(500);
        }

        var exact = new ExactResults(made);
        IReadOnlyList<string> differences;
        while ((differences = await DifferencesAsync(made.Campaign, calls, exact)).Count > 0 && !patience.IsOver)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        return new SoakFigures(made.Lines.Count, webhooks.Signed, posts.Put, webhooks.Told, samples, calls.Times, [.. calls.Faults, .. engine.Failures], (await queues.CountAsync()).Poison, [.. wrong, .. differences], clock.Elapsed);
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(string campaign, TimedCalls calls, ExactResults exact)
    {
        var results = await calls.SendAsync("GET results", HttpMethod.Get, $"api/campaigns/{campaign}/results");
        var timeline = await calls.SendAsync("GET results/timeline", HttpMethod.Get, $"api/campaigns/{campaign}/results/timeline?grain=hour");
        return exact.Differences(results?.Text, timeline?.Text);
    }
}
