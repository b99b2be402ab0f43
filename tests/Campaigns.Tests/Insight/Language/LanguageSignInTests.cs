using Azure.AI.TextAnalytics;
using Azure.Identity;
using Campaigns.Insight;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Campaigns.Tests.Insight.Language;

public sealed class LanguageSignInTests(AzuriteFixture azurite)
{
    private static readonly Uri Endpoint = new("https://language.example/");

    /// <summary>Of all that the engine's own credential tries, only the environment: a developer's machine may be signed in by another.</summary>
    [Fact]
    public async Task An_app_that_has_nothing_to_sign_in_with_is_said_and_batches_wait()
    {
        using var log = new SaidLines();
        await using var engine = await TestEngine.StartAsync(
            azurite,
            TestClock.At("2015-06-06T12:00:00Z"),
            services => services
                .Replace(ServiceDescriptor.Singleton<ILoggerFactory>(log))
                .Replace(ServiceDescriptor.Singleton(new TextAnalyticsClient(Endpoint, new EnvironmentCredential()))),
            new Dictionary<string, string?> { ["Insight:Endpoint"] = Endpoint.AbsoluteUri });
        var campaign = await SampleCampaign.PutAsync(engine);
        Assert.DoesNotContain(log.Lines, IsSaid);

        var later = await Assert.ThrowsAsync<RetryLaterException>(() => engine.Get<IAnalyser>().AnalyseAsync(campaign, [LanguageRig.Text("good secret")], TestContext.Current.CancellationToken));

        Assert.True(later.Wait >= TimeSpan.FromMinutes(1));
        Assert.Contains("set Insight__Key", Assert.Single(log.Lines, line => IsSaid(line)), StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lines, static line => line.Contains("secret", StringComparison.Ordinal));

        static bool IsSaid(string line) => line.Contains("no identity to sign in to Azure AI Language", StringComparison.Ordinal);
    }
}
