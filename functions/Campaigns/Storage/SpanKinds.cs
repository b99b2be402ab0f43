using System.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace Campaigns.Storage;

/// <summary>
/// On which side of what the engine's spans are. Where <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> is set, the Functions host tells there of every request and
/// every message itself: the engine's span within is then an inner one, or each would be counted twice.
/// </summary>
/// <param name="configuration">The app's settings.</param>
public sealed class SpanKinds(IConfiguration configuration)
{
    /// <summary>The setting by which the host, and the engine with it, knows of Application Insights.</summary>
    public const string ConnectionSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    private readonly bool hostTells = !string.IsNullOrEmpty(configuration[ConnectionSetting]);

    /// <summary>The answer to a request.</summary>
    public ActivityKind Server => hostTells ? ActivityKind.Internal : ActivityKind.Server;

    /// <summary>What a message asks for.</summary>
    public ActivityKind Consumer => hostTells ? ActivityKind.Internal : ActivityKind.Consumer;
}
