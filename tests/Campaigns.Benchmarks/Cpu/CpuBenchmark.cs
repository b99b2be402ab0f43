using System.Text;
using Campaigns.Benchmarks.Made;
using Campaigns.EndToEnd.Support;
using Campaigns.Listening;
using Campaigns.Planning;
using Campaigns.TestSupport;
using Spectre.Console;

namespace Campaigns.Benchmarks.Cpu;

/// <summary>What a mention costs in the engine's own code, step by step.</summary>
internal sealed class CpuBenchmark : IBenchmark
{
    private const int MostBytes = 400;
    private const int Mentions = 20_000;

    public string Name => "cpu";

    public string Summary => "time and allocation per mention in the engine's own code, step by step, and the total with the transport";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        await using var azurite = await Azurite.StartAsync();
        var storage = new EngineStorage(azurite.ConnectionString, "bench");
        await using var engine = await InProcessEngine.StartAsync(storage);
        var made = await CampaignAsync(engine, "cpu", arguments.Seed);
        var work = new OwnWork(await engine.Get<CampaignIndex>().CurrentAsync(default), TimeProvider.System.GetUtcNow());

        // Once until the compiler has done its best, once for the figures.
        work.Measure(made);
        await Task.Delay(TimeSpan.FromSeconds(1));
        var steps = work.Measure(made);

        await new WholeWay(engine, storage).MeasureAsync(await CampaignAsync(engine, "warm-up", arguments.Seed + 1));
        var whole = await new WholeWay(engine, storage).MeasureAsync(made);
        var own = new Step("own work: take in, read and merge", Own(steps, static step => step.Nanoseconds), Own(steps, static step => step.Bytes));
        Show([.. steps, own, whole], arguments.Seed);
        await Report.WriteAsync(arguments, new { mentions = Mentions, steps = steps.Append(own).Append(whole) });
        Judge.AtMost("bytes per mention in our own code", own.Bytes, MostBytes);
    }

    private static async Task<MadeMentions> CampaignAsync(InProcessEngine engine, string id, int seed)
    {
        var made = new MadeMentions(id, MentionShape.Of(Mentions, seed));
        var request = engine.Request("PUT", $"/api/campaigns/{id}", Encoding.UTF8.GetBytes(made.Document()), "application/json");
        await InProcessEngine.ExpectAsync(request, engine.Function<PutCampaign>().Run(request, id, default), 201);
        return made;
    }

    private static double Own(IReadOnlyList<Step> steps, Func<Step, double> value) => value(steps[0]) + value(steps[8]) + value(steps[9]);

    private static void Show(IEnumerable<Step> steps, int seed)
    {
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumn($"Step, {Mentions:N0} mentions over 24 hours")
            .AddColumn(new TableColumn("ns per mention").RightAligned()).AddColumn(new TableColumn("bytes per mention").RightAligned());
        foreach (var step in steps)
        {
            table.AddRow(step.Name, $"{step.Nanoseconds:N0}", $"{step.Bytes:N1}");
        }

        AnsiConsole.Write(table);
        Report.Machine(seed);
        AnsiConsole.WriteLine("Steps: one thread, the fastest of nine rounds. The whole way: processor time and allocation of this process, with Azurite behind it.");
    }
}
