using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Campaigns.Storage;

/// <summary>
/// On which side of what the engine's spans are. The Functions host tells the Application Insights of <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> of every
/// request and every message itself: the engine's span within is then an inner one, or each would be counted twice. The host of a laptop tells nobody.
/// </summary>
/// <param name="configuration">The app's settings.</param>
/// <param name="host">Which host stands behind: <c>azure</c> or <c>local</c>.</param>
public sealed class SpanKinds(IConfiguration configuration, string host)
{
    /// <summary>The setting by which the host, and the engine with it, knows of Application Insights.</summary>
    public const string ConnectionSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    private readonly bool hostTells = host == "azure" && !string.IsNullOrEmpty(configuration[ConnectionSetting]);

    /// <summary>The host that this build stands behind, as its property <c>FunctionsHost</c> has it.</summary>
    public static string Host { get; } = typeof(SpanKinds).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static entry => entry.Key == "FunctionsHost").Value!;

    /// <summary>The answer to a request.</summary>
    public ActivityKind Server => hostTells ? ActivityKind.Internal : ActivityKind.Server;

    /// <summary>What a message asks for.</summary>
    public ActivityKind Consumer => hostTells ? ActivityKind.Internal : ActivityKind.Consumer;
}
