using Campaigns.Http;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Http;

public sealed class CorsOptionsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Nobody_is_listed_unless_it_is_set()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        Assert.Empty(engine.Get<IOptions<CorsOptions>>().Value.Origins());
    }

    [Fact]
    public async Task Origins_are_listed_with_commas_between_them()
    {
        await using var engine = await EngineAsync("https://board.example.org, https://intranet.example.org:8443,http://localhost:3000,");
        Assert.Equal(["https://board.example.org", "https://intranet.example.org:8443", "http://localhost:3000"], engine.Get<IOptions<CorsOptions>>().Value.Origins());
    }

    [Theory]
    [InlineData("*")]
    [InlineData("https://*.example.org")]
    [InlineData("http://board.example.org")]
    [InlineData("https://board.example.org/")]
    [InlineData("https://board.example.org/page")]
    [InlineData("https://somebody@board.example.org")]
    [InlineData("board.example.org")]
    [InlineData("null")]
    [InlineData("https://board.example.org https://intranet.example.org")]
    public async Task What_is_not_one_origin_is_refused_by_name(string text)
    {
        await using var engine = await EngineAsync($"https://good.example.org,{text}");
        var fault = Assert.Throws<OptionsValidationException>(() => engine.Get<IOptions<CorsOptions>>().Value);
        Assert.Contains($"\"{text}\"", fault.Message, StringComparison.Ordinal);
    }

    private Task<TestEngine> EngineAsync(string origins) =>
        TestEngine.StartAsync(azurite, settings: new Dictionary<string, string?> { ["Cors:AllowedOrigins"] = origins });
}
