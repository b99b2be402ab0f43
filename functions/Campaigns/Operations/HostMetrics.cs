using Campaigns.Listening;
using Campaigns.Publishing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Campaigns.Operations;

/// <summary>
/// Hands the engine's measurements to Application Insights by way of the Functions host, where <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> says that the host
/// has one. The host takes them from a function that runs and from nowhere else, so each process hands over what it measured as one of its functions ends.
/// </summary>
public sealed class HostMetrics : IFunctionsWorkerMiddleware, IDisposable
{
    // Each measurement is a row that is paid for. What a process measured in its last seconds goes with it.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly TimeProvider time;
    private readonly MetricReader? reader;
    private readonly MeterProvider? provider;
    private long next;

    /// <summary>Makes what collects them, or nothing where nobody takes them.</summary>
    /// <param name="configuration">The app's settings.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">The way to the host.</param>
    public HostMetrics(IConfiguration configuration, TimeProvider time, ILogger<HostMetrics> log)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        this.time = time;
        if (!string.IsNullOrEmpty(configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"]))
        {
            reader = new BaseExportingMetricReader(new HostMetricExporter(log)) { TemporalityPreference = MetricReaderTemporalityPreference.Delta };
            provider = Sdk.CreateMeterProviderBuilder().AddMeter(PublishingMetrics.MeterName, ListeningMetrics.MeterName).AddReader(reader).Build();
        }
    }

    /// <inheritdoc />
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        try
        {
            await next(context);
        }
        finally
        {
            if (reader is not null && IsTime())
            {
                reader.Collect();
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => provider?.Dispose();

    /// <summary>Of all functions that end at the same time one is told that it is.</summary>
    private bool IsTime()
    {
        var (now, due) = (time.GetUtcNow().Ticks, Volatile.Read(ref next));
        return now >= due && Interlocked.CompareExchange(ref next, now + Pause.Ticks, due) == due;
    }
}
