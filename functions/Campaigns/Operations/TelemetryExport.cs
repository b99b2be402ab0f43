using Campaigns.Listening;
using Campaigns.Publishing;
using Campaigns.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Campaigns.Operations;

/// <summary>
/// Sends the engine's spans and measurements wherever <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says, by the exporter's own settings (<c>OTEL_…</c>); where it says
/// nothing, nothing is made and nothing sent. Only the engine's own source and meters: spans of HTTP clients would name addresses.
/// </summary>
/// <param name="configuration">The app's settings.</param>
public sealed class TelemetryExport(IConfiguration configuration) : IHostedService, IDisposable
{
    private TracerProvider? traces;
    private MeterProvider? metrics;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return Task.CompletedTask;
        }

        var resource = ResourceBuilder.CreateDefault().AddService("campaigns", serviceInstanceId: Guid.NewGuid().ToString("N"));
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(EngineTrace.Name).AddOtlpExporter().Build();
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(PublishingMetrics.MeterName, ListeningMetrics.MeterName).AddOtlpExporter().Build();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        // What is left goes out, for some seconds at most.
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }
}
