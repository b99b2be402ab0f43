using Azure.Monitor.OpenTelemetry.Exporter;
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
/// Sends the engine's spans and measurements to Application Insights where <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> is set, and by OTLP wherever
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says, by the exporter's own settings (<c>OTEL_…</c>); where neither is, nothing is made and nothing sent. Only the
/// engine's own source and meters: spans of HTTP clients would name addresses.
/// </summary>
/// <param name="configuration">The app's settings.</param>
public sealed class TelemetryExport(IConfiguration configuration) : IHostedService, IDisposable
{
    private TracerProvider? traces;
    private MeterProvider? metrics;

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The connection string is none.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var insights = new ApplicationInsights(configuration);
        var isCollected = !string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        if (!isCollected && !insights.IsSet)
        {
            return Task.CompletedTask;
        }

        // By the name of the app, as the host's own telemetry is.
        var resource = ResourceBuilder.CreateDefault().AddService(configuration["WEBSITE_SITE_NAME"] ?? "campaigns", serviceInstanceId: Guid.NewGuid().ToString("N"));
        var tracing = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(EngineTrace.Name);
        var measuring = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(PublishingMetrics.MeterName, ListeningMetrics.MeterName);
        if (isCollected)
        {
            if (string.IsNullOrEmpty(configuration["OTEL_TRACES_SAMPLER"]))
            {
                // Whether the caller or the host samples is theirs: where nobody takes the host's spans, it marks each as not recorded.
                tracing.SetSampler(new AlwaysOnSampler());
            }

            tracing.AddOtlpExporter();
            measuring.AddOtlpExporter();
        }

        if (insights.IsSet)
        {
            tracing.AddAzureMonitorTraceExporter(insights.Set);
            measuring.AddAzureMonitorMetricExporter(insights.Set);
        }

        try
        {
            (traces, metrics) = (tracing.Build(), measuring.Build());
        }
        catch (InvalidOperationException fault) when (insights.IsSet)
        {
            throw new InvalidOperationException($"{SpanKinds.ConnectionSetting} must be the connection string of an Application Insights, as its overview in the portal shows it: {fault.Message}", fault);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        // What is left goes out, for some seconds at most; both at once, since a far side that hangs takes them all.
        return Task.WhenAll(Task.Run(() => traces?.Dispose(), CancellationToken.None), Task.Run(() => metrics?.Dispose(), CancellationToken.None));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }
}
