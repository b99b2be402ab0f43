using System.Data.Common;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Campaigns.Storage;
using Microsoft.Extensions.Configuration;

namespace Campaigns.Operations;

/// <summary>Where spans and measurements go in Azure: to the Application Insights of the Functions host, as whom it goes there, by the settings that it reads.</summary>
/// <param name="configuration">The app's settings.</param>
internal sealed class ApplicationInsights(IConfiguration configuration)
{
    private const string SignInSetting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>Whether there is one.</summary>
    public bool IsSet => !string.IsNullOrEmpty(configuration[SpanKinds.ConnectionSetting]);

    /// <summary>As whom to sign in; null where the connection string is enough, as on a laptop. Its form is <c>ClientId=…;Authorization=AAD</c>.</summary>
    public TokenCredential? Identity
    {
        get
        {
            var signIn = SignIn();
            if (!signIn.TryGetValue("Authorization", out var how) || !string.Equals(how as string, "AAD", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            return new ManagedIdentityCredential(
                signIn.TryGetValue("ClientId", out var client) ? ManagedIdentityId.FromUserAssignedClientId((string)client) : ManagedIdentityId.SystemAssigned);
        }
    }

    /// <summary>Every span, and nothing beside what the engine measures: the host tells of requests, the processor and memory itself. Nothing waits on a disk.</summary>
    /// <param name="exporter">The exporter's options.</param>
    public void Set(AzureMonitorExporterOptions exporter)
    {
        exporter.ConnectionString = configuration[SpanKinds.ConnectionSetting];
        exporter.Credential = Identity;
        (exporter.SamplingRatio, exporter.TracesPerSecond) = (1, null);
        (exporter.EnableLiveMetrics, exporter.EnableStandardMetrics, exporter.EnablePerformanceCounters) = (false, false, false);
        exporter.DisableOfflineStorage = true;
        // Without files the exporter tries once, and what follows its redirects lets no second try pass: this one stands behind that. All tries share the time.
        exporter.AddPolicy(new RetryPolicy(3), HttpPipelinePosition.BeforeTransport);
        exporter.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
    }

    private DbConnectionStringBuilder SignIn()
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = configuration[SignInSetting] ?? "" };
        }
        catch (ArgumentException fault)
        {
            throw new InvalidOperationException($"{SignInSetting} must be of the form ClientId=…;Authorization=AAD.", fault);
        }
    }
}
