using System.Globalization;
using Spectre.Console;

namespace Campaigns.Benchmarks.HotHour;

/// <summary>A simulation of one campaign's busiest hour against the published limits; nothing of it is measured.</summary>
internal sealed class HotHourBenchmark : IBenchmark
{
    private static readonly double[] Rates = [1_000, 10_000, 100_000];
    private static readonly double[] PerRequest = [1, 100, 1_000, 50_000];

    public string Name => "hot-hour";

    public string Summary => "a simulation: shards, queues, accounts and instances for 1,000 to 100,000 mentions/s of one campaign";

    public async Task RunAsync(BenchmarkArguments arguments)
    {
        var plans = Rates.SelectMany(rate => PerRequest.Select(size => (Plan: HotPlan.Of(rate, size, arguments.Seed), Fewest: HotPlan.FewestShards(rate, size, arguments.Seed)))).ToList();
        Show(plans);
        var limits = LimitsOf(arguments.Seed);
        Show(limits);
        Report.Machine(arguments.Seed);
        AnsiConsole.WriteLine("Simulated, not measured: published limits of storage at 70%, 15 µs of processor time a mention, 1 ms a request and a message, writes of 15 ms.");
        AnsiConsole.WriteLine("Shards: what the engine gives such an hour; enough: the fewest that keep within the limits. Of a message: its writes of a cell, the part of them that is refused, the seconds in which 99 of 100 are committed. Taking in and counting: instances of 2 GB.");
        AnsiConsole.WriteLine("Storage is given in transactions, an entity of a group transaction counted as one each; the price of a GB-second is an assumption. See docs/operations.md.");
        await Report.WriteAsync(arguments, new { plans = plans.Select(static one => new { one.Plan, fewestShards = one.Fewest }), limits = limits.Select(static limit => new { limit.Name, mentionsPerSecond = double.IsFinite(limit.Rate) ? limit.Rate : (double?)null }) });
    }

    private static void Show(List<(HotPlan Plan, int? Fewest)> plans)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in new[]
        {
"mentions/s", "a request", "shards", "enough", "messages/s", "writes each", "refused", "99% in, s", "queues", "accounts", "taking in", "counting", "MB held", "trans./s", "each", "$/h",
        })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var (plan, fewest) in plans)
        {
            table.AddRow(
                $"{plan.Rate:N0}", $"{plan.PerRequest:N0}", $"{plan.ShardCount}", $"{fewest?.ToString(CultureInfo.InvariantCulture) ?? "none"}", $"{plan.Messages:N0}", $"{plan.Race.WritesPerMessage:N2}", $"{plan.Race.Refused:P0}", $"{plan.Race.Wait:N2}", $"{plan.Groups}",
                $"{plan.Accounts}", $"{plan.TakingIn}", $"{plan.Counting}", $"{plan.HeldBytes / 1e6:N0}", $"{plan.Requests:N0}", $"{plan.TransactionsPerMention:N3}", $"{plan.DollarsPerHour:N2}");
        }

        AnsiConsole.Write(table);
    }

    private static void Show(List<(string Name, double Rate)> limits)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("One queue, one account, one shard, 1,000 mentions a request: what is met first").AddColumn(new TableColumn("at mentions/s").RightAligned());
        foreach (var (name, rate) in limits)
        {
            table.AddRow(name, double.IsFinite(rate) ? $"{rate:N0}" : "never");
        }

        AnsiConsole.Write(table);
    }

    /// <summary>At which rate each limit is met when nothing is split, the lowest first.</summary>
    private static List<(string Name, double Rate)> LimitsOf(int seed)
    {
        var limits = new List<(string Name, double Rate)>
        {
            ("one instance's processor counts", Rising(rate => HotPlan.Of(rate, 1_000, 1, seed).Counting > 1)),
            ("the hour's pages no longer fit one instance", Rising(rate => HotPlan.Of(rate, 1_000, 1, seed).HourBytes > Assumptions.CacheBytes)),
            ("the roll-up takes more than a fifth of a minute to fold the hour", Rising(static rate => rate * 3600 * Assumptions.FoldSecondsPerMention > 12)),
            ("one cell's writers hinder each other (5 s, or two writes a message)", Rising(rate => HotPlan.Of(rate, 1_000, 1, seed).Race is { Wait: > 5 } or { WritesPerMessage: > 2 })),
            ("one partition: 2,000 entities/s", Rising(rate => HotPlan.Of(rate, 1_000, 1, seed).Race.WritesPerSecond * 2 > Assumptions.PartitionEntities * Assumptions.Headroom)),
            ("one queue: 2,000 messages/s", Rising(rate => HotPlan.Of(rate, 1_000, 1, seed).Messages > Assumptions.QueueMessages * Assumptions.Headroom)),
            ("one account: 20,000 requests/s", Rising(rate => HotPlan.Of(rate, 1_000, 1, seed).Accounts > 1)),
        };
        return [.. limits.OrderBy(static limit => limit.Rate)];
    }

    /// <summary>The lowest rate, within a tenth, at which something is so; without end where it is not up to ten million.</summary>
    private static double Rising(Func<double, bool> isSo)
    {
        for (var rate = 500.0; rate <= 1e7; rate *= 1.1)
        {
            if (isSo(rate))
            {
                return rate;
            }
        }

        return double.PositiveInfinity;
    }
}
