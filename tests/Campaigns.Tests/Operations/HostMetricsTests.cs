using System.Collections.Concurrent;
using Campaigns.Listening;
using Campaigns.Operations;
using Campaigns.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Campaigns.Tests.Operations;

public sealed class HostMetricsTests : IDisposable
{
    private readonly TestClock clock = TestClock.At("2015-06-08T10:00:00Z");
    private readonly Lines lines = new();

    public void Dispose() => lines.Dispose();

    [Fact]
    public async Task What_is_measured_goes_to_the_host_as_a_function_ends_even_one_that_fails_and_at_most_every_few_seconds()
    {
        using var services = new ServiceCollection().AddMetrics().AddSingleton<ListeningMetrics>().BuildServiceProvider();
        using var metrics = Metrics("InstrumentationKey=00000000-0000-0000-0000-000000000000");
        // Every engine of this process measures by the same names: these are told apart by their campaign.
        var (measured, campaign) = (services.GetRequiredService<ListeningMetrics>(), $"c{Guid.NewGuid():N}");

        await EndAsync(metrics, () => measured.Spent(campaign, "searching", 0.25m));
        Assert.Contains($"campaigns.budget.used 0.25 (campaign={campaign}, for=searching)", lines.Seen);

        await EndAsync(metrics, () => measured.Spent(campaign, "searching", 0.5m));
        Assert.DoesNotContain(lines.Seen, line => line.Contains($" 0.5 (campaign={campaign}", StringComparison.Ordinal));
        clock.Advance(TimeSpan.FromSeconds(5));
        measured.Tracked(3, isNew: true, TimeSpan.FromSeconds(2));
        await Assert.ThrowsAsync<InvalidOperationException>(() => EndAsync(metrics, () => throw new InvalidOperationException()));
        Assert.Single(lines.Seen, line => line.Contains($" 0.5 (campaign={campaign}", StringComparison.Ordinal));
        Assert.Contains(lines.Seen, line => line.StartsWith("campaigns.mentions.tracked ", StringComparison.Ordinal));
        Assert.Contains(lines.Seen, line => line.StartsWith("campaigns.mentions.lag ", StringComparison.Ordinal) && line.Contains("Count=", StringComparison.Ordinal) && line.Contains("Max=", StringComparison.Ordinal));

        // What did not change is not told again.
        clock.Advance(TimeSpan.FromSeconds(5));
        await EndAsync(metrics, () => { });
        Assert.Equal(2, lines.Seen.Count(line => line.Contains(campaign, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_the_host_has_no_Application_Insights_nothing_is_collected()
    {
        using var services = new ServiceCollection().AddMetrics().AddSingleton<ListeningMetrics>().BuildServiceProvider();
        using var metrics = Metrics(null);

        await EndAsync(metrics, () => services.GetRequiredService<ListeningMetrics>().Spent("c", "searching", 1));

        Assert.Empty(lines.Seen);
    }

    private HostMetrics Metrics(string? insights) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("APPLICATIONINSIGHTS_CONNECTION_STRING", insights)]).Build(), clock, new Logger<HostMetrics>(new LoggerFactory([lines])));

    private static Task EndAsync(HostMetrics metrics, Action function) => metrics.Invoke(null!, _ =>
    {
        function();
        return Task.CompletedTask;
    });

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Seen { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Seen.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
