using System.Globalization;
using Campaigns.Benchmarks.Wire;
using Spectre.Console;

namespace Campaigns.Benchmarks.Soak;

/// <summary>Whether an engine stays as it is while it is used for a quarter of an hour.</summary>
internal sealed class SoakBenchmark : IBenchmark
{
    private const int Minutes = 15;
    private const int LinesPerSecond = 300;

    // What a campaign's authors and hours rightly take while they come is below one. The runtime gives back to the system what is free again when it is asked to.
    private const double MostHeapGrowth = 1;
    private const double MostGrowth = 2;
    private const double MostMemory = 400;

    // Messages come in batches, and a processor that is shared waits now and then; what grows gets further than this in ten minutes.
    private const double MostAge = 60;
    private const double MostAgeGrowth = 0.5;

    public string Name => "soak";

    public string Summary => "mixed load by keys and signatures for a quarter of an hour: steady memory, no growing age of queues, no error, exact figures; --minutes N";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        var plan = new SoakPlan(TimeSpan.FromMinutes(arguments.Minutes ?? Minutes), LinesPerSecond, arguments.Seed);
        Say("  time    RSS MB   heap MB  handles  threads  waiting   oldest s   requests  errors");
        var figures = await new SoakRun(plan, static sample => Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{sample.At:mm\\:ss}  {sample.Memory / 1e6,8:0.0}  {sample.Heap / 1e6,8:0.0}  {sample.Handles,7}  {sample.Threads,7}  {sample.Waiting,7}  {sample.OldestAge.TotalSeconds,9:0.0}  {sample.Requests,9:n0}  {sample.Errors,6}"))).RunAsync();

        AnsiConsole.Write(CallTimes.Table(string.Create(CultureInfo.InvariantCulture, $"{plan.Length.TotalMinutes:0} minutes: {figures.Lines:n0} lines ({figures.Signed} bodies signed), {figures.Posts} posts, {figures.Told} of them told"), figures.Times));
        Report.Machine(arguments.Seed);
        Say($"Everything was counted, published and shown {figures.Settled.TotalSeconds:n0} s after the load ended.");
        await Report.WriteAsync(arguments, figures);
        foreach (var said in figures.Errors.Concat(figures.Wrong).Take(30))
        {
            Say(said);
        }

        Hold(plan, figures);
    }

    private static void Hold(SoakPlan plan, SoakFigures figures)
    {
        var warm = figures.Samples.Where(sample => sample.At >= plan.WarmUp).ToList();
        if (plan.ShowsTrend)
        {
            Judge.AtMost("growth of memory after the first third, MB a minute", Trend.PerMinute([.. warm.Select(static sample => (sample.At, sample.Memory / 1e6))]), MostGrowth);
            Judge.AtMost("growth of what is in use of the heap after the first third, MB a minute", Trend.PerMinute([.. warm.Select(static sample => (sample.At, sample.Heap / 1e6))]), MostHeapGrowth);
            Judge.AtMost("growth of open handles after the first third, a minute", Trend.PerMinute([.. warm.Select(static sample => (sample.At, (double)sample.Handles))]), 1);
            Judge.AtMost("growth of the age of the oldest message, seconds a minute", Trend.PerMinute([.. warm.Select(static sample => (sample.At, sample.OldestAge.TotalSeconds))]), MostAgeGrowth);
        }
        else
        {
            Say($"Growth is not held to anything: after the first third less than {SoakPlan.LeastTrend.TotalMinutes:0} minutes are left, and the start is still seen.");
        }

        Judge.AtLeast("samples", figures.Samples.Count, plan.Length / SoakPlan.EachSample / 2);
        Judge.AtMost("memory at most, MB", figures.Samples.Max(static sample => sample.Memory) / 1e6, MostMemory);
        Judge.AtMost("age of the oldest message at most, seconds", figures.Samples.Max(static sample => sample.OldestAge.TotalSeconds), MostAge);
        Judge.AtMost("errors", figures.Errors.Count, 0);
        Judge.AtMost("messages given up", figures.Poison, 0);
        Judge.AtMost("wrong figures and posts", figures.Wrong.Count, 0);
    }

    private static void Say(string line) => AnsiConsole.WriteLine(line);
}
