using System.Collections.Concurrent;
using Azure.Data.Tables;
using Campaigns.Local.Functions.Worker.Timers;
using Campaigns.TestSupport;
using Microsoft.Azure.Functions.Worker;

namespace Local.Tests.Functions.Worker.Timers;

/// <summary>Hosts that share a storage account and a clock, and what their timer was given.</summary>
public sealed class TimerHost
{
    private readonly string connectionString;
    private readonly string hostId = AzuriteFixture.NewPrefix();
    private int running;

    internal TimerHost(AzuriteFixture azurite)
    {
        connectionString = azurite.ConnectionString;
        Table = new TimerTable(new TableServiceClient(connectionString), hostId);
    }

    internal static DateTimeOffset Start { get; } = new(2026, 1, 1, 10, 0, 30, TimeSpan.Zero);

    internal ManualClock Clock { get; } = new(Start);

    internal TimerTable Table { get; }

    internal ConcurrentQueue<TimerInfo> Runs { get; } = new();

    internal int Running => Volatile.Read(ref running);

    /// <summary>What each run waits for before it ends.</summary>
    internal Task Gate { get; set; } = Task.CompletedTask;

    internal Task<RunningHost> StartAsync(string schedule, Type? function = null) => new HostSetup(function ?? typeof(Tick))
    {
        Clock = Clock,
        Settings =
        {
            ["AzureWebJobsStorage"] = connectionString,
            ["AzureFunctionsWebHost__hostid"] = hostId,
            ["Test__Schedule"] = schedule,
        },
    }.StartAsync(this);

    /// <summary>Waits until so many hosts wait for the occurrence, letting short waits pass meanwhile.</summary>
    internal Task WaitingForAsync(DateTimeOffset occurrence, int hosts = 1) => Wait.UntilAsync(
        () =>
        {
            if (Clock.WaitingFor(occurrence) < hosts && Clock.GetUtcNow() + TimeSpan.FromSeconds(10) < occurrence)
            {
                Clock.Advance(TimeSpan.FromSeconds(1));
            }

            return Clock.WaitingFor(occurrence) >= hosts;
        },
        $"{hosts} hosts wait for {occurrence:t}");

    internal void AdvanceTo(DateTimeOffset time) => Clock.Advance(time - Clock.GetUtcNow());

    public sealed class Tick(TimerHost host)
    {
        [Function(nameof(Tick))]
        public async Task Run([TimerTrigger("%Test:Schedule%")] TimerInfo timer)
        {
            host.Runs.Enqueue(timer);
            Interlocked.Increment(ref host.running);
            await host.Gate;
            Interlocked.Decrement(ref host.running);
        }
    }

    public sealed class FailingTick(TimerHost host)
    {
        [Function(nameof(FailingTick))]
        public void Run([TimerTrigger("%Test:Schedule%")] TimerInfo timer)
        {
            host.Runs.Enqueue(timer);
            throw new InvalidOperationException("It never works.");
        }
    }
}
