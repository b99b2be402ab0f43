using System.Text.Json;
using Campaigns.Http.OpenApi;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Http.OpenApi;

public sealed class OpenApiAnswersTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Every_example_is_accepted_every_route_is_walked_and_every_answer_keeps_to_its_description()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var calls = new WalkCalls(engine);

        await new ApiWalk(engine, calls).EverywhereAsync();

        Assert.Empty(calls.Examples.Left);
        Assert.Empty(Described().Except(calls.Exchanges.Where(exchange => exchange.Status < 300).Select(exchange => $"{exchange.Method} {exchange.Path}")));
        Assert.Equal("", await OpenApiJudge.FaultsAsync(calls.Exchanges));
    }

    /// <summary>The judge is not asleep: a field, a status and a header that are not described are found.</summary>
    [Fact]
    public async Task What_is_not_described_is_found()
    {
        var described = new Exchange("get", "/api/health", 200, new Dictionary<string, string> { ["content-type"] = "application/json; charset=utf-8" }, """{"status":"healthy","live":true,"ready":true}""");

        var faults = await OpenApiJudge.FaultsAsync(
        [
            described,
            described with { Body = """{"status":"healthy","live":true,"ready":true,"more":1}""" },
            described with { Body = """{"status":"ill","live":true,"ready":true}""" },
            described with { Status = 418 },
            described with { Headers = new Dictionary<string, string>(described.Headers) { ["etag"] = "\"1\"" } },
        ]);

        Assert.Equal(4, faults.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static IEnumerable<string> Described()
    {
        using var document = JsonDocument.Parse(OpenApiDocument.Json);
        return
        [
            .. from path in document.RootElement.GetProperty("paths").EnumerateObject()
               from method in path.Value.EnumerateObject()
               where method.Name is not ("parameters" or "head")
               select $"{method.Name} {path.Name}",
        ];
    }
}
