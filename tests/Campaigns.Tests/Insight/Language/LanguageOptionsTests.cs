using Campaigns.Http;
using Campaigns.Insight;
using Campaigns.Insight.Language;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Insight.Language;

public sealed class LanguageOptionsTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("https://name.cognitiveservices.azure.com/", null, true, true)]
    [InlineData("https://name.cognitiveservices.azure.com/", "key", false, true)]
    [InlineData("http://127.0.0.1:5000/", "key", false, true)]
    [InlineData("http://127.0.0.1:5000/", "key", true, false)]
    [InlineData("http://127.0.0.1:5000/", null, false, false)]
    [InlineData("http://name.cognitiveservices.azure.com/", "key", false, false)]
    [InlineData("https://user:word@name.cognitiveservices.azure.com/", "key", false, false)]
    [InlineData("name.cognitiveservices.azure.com", "key", false, false)]
    public void Texts_and_the_key_only_go_out_encrypted(string endpoint, string? key, bool inAzure, bool isGood)
    {
        var options = new LanguageOptions { Endpoint = new Uri(endpoint, UriKind.RelativeOrAbsolute), Key = key };
        Assert.Equal(isGood, new LanguageOptionsCheck(new HostPlace(inAzure, false)).Validate(null, options).Succeeded);
    }

    [Fact]
    public void A_price_is_for_a_feature_that_there_is()
    {
        var options = new LanguageOptions { Prices = { ["keyphrases"] = new() { PerThousandRecords = 0.5m }, ["Summaries"] = new() { PerThousandRecords = 1 } } };
        Assert.Contains("Summaries", Assert.Single(new LanguageOptionsCheck(new HostPlace(false, false)).Validate(null, options).Failures!), StringComparison.Ordinal);
        options.Prices.Remove("Summaries");
        options.PricePerThousandRecords = 1;
        Assert.Equal(0.0035m, LanguagePrices.From(options).Of(new RecordCounts(1, 1, 1, 1)));
    }

    [Fact]
    public async Task An_endpoint_puts_the_service_in_the_place_of_the_embedded_analyser()
    {
        await using var engine = await TestEngine.StartAsync(azurite, settings: new Dictionary<string, string?> { ["Insight:Endpoint"] = "https://name.cognitiveservices.azure.com/" });
        Assert.IsType<LanguageAnalyser>(engine.Get<IAnalyser>());
        await using var wrong = await TestEngine.StartAsync(azurite, settings: new Dictionary<string, string?> { ["Insight:Endpoint"] = "http://name.cognitiveservices.azure.com/" });
        Assert.Throws<OptionsValidationException>(wrong.Get<IAnalyser>);
    }
}
