using Microsoft.Extensions.Configuration;

namespace Campaigns.Http;

/// <summary>Where the engine runs, as Azure tells it.</summary>
/// <param name="InAzure">Whether this is a function app in Azure.</param>
/// <param name="SignInEnabled">Whether App Service authentication stands in front, so that its principal header can be believed.</param>
public sealed record HostPlace(bool InAzure, bool SignInEnabled)
{
    /// <summary>
    /// Reads <c>WEBSITE_SITE_NAME</c> and <c>WEBSITE_AUTH_ENABLED</c>, which Azure sets. Whoever sets the latter elsewhere believes a header that anybody can
    /// write: tests do, on a host that listens on the loopback alone.
    /// </summary>
    /// <param name="configuration">The app's settings.</param>
    public static HostPlace From(IConfiguration configuration) => new(
        !string.IsNullOrEmpty(configuration["WEBSITE_SITE_NAME"]),
        string.Equals(configuration["WEBSITE_AUTH_ENABLED"], "true", StringComparison.OrdinalIgnoreCase));
}
