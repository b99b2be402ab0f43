using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Campaigns.Operations;
using Microsoft.Extensions.Configuration;

namespace Campaigns.Tests.Operations;

public class ApplicationInsightsTests
{
    [Theory]
    [InlineData("ClientId=00000000-0000-0000-0000-000000000001;Authorization=AAD", true)]
    [InlineData("Authorization=aad", true)]
    [InlineData("ClientId=00000000-0000-0000-0000-000000000001", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void The_engine_signs_in_as_whom_the_host_does_and_only_where_it_does(string? signIn, bool isSignedIn)
    {
        var options = new AzureMonitorExporterOptions();

        new ApplicationInsights(new ConfigurationBuilder().AddInMemoryCollection([new("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", signIn)]).Build()).Set(options);

        Assert.Equal(isSignedIn ? typeof(ManagedIdentityCredential) : null, options.Credential?.GetType());
    }

    [Fact]
    public void A_way_to_sign_in_that_cannot_be_read_is_named()
    {
        var insights = new ApplicationInsights(new ConfigurationBuilder().AddInMemoryCollection([new("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "Authorization")]).Build());

        Assert.StartsWith("APPLICATIONINSIGHTS_AUTHENTICATION_STRING must be", Assert.Throws<InvalidOperationException>(() => insights.Identity).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_span_is_sent_and_nothing_rests_on_a_disk()
    {
        var options = new AzureMonitorExporterOptions();

        new ApplicationInsights(new ConfigurationBuilder().Build()).Set(options);

        Assert.Equal((1f, null, true), (options.SamplingRatio, options.TracesPerSecond, options.DisableOfflineStorage));
    }
}
