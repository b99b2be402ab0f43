using Campaigns.Http;
using Campaigns.Tests.Insight.Language;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Tests.Http;

public sealed class HealthTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Anybody_learns_that_it_lives_and_is_ready_and_nothing_else()
    {
        await using var engine = await TestEngine.StartAsync(azurite);

        Assert.Equal("""{"status":"healthy","live":true,"ready":true}""", (await HealthAsync(engine)).Text);
    }

    [Fact]
    public async Task Each_thing_that_it_stands_on_is_told_with_its_status_and_how_long_it_took()
    {
        await using var rig = await LanguageRig.StartAsync(azurite);

        var told = (await DependenciesAsync(rig.Engine)).Json;

        Assert.True(told.GetProperty("ready").GetBoolean());
        Assert.Superset(
            new HashSet<string> { "tables True up", "queues True up", "language False up" },
            told.GetProperty("dependencies").EnumerateArray().Select(one => $"{one.GetProperty("name")} {one.GetProperty("needed")} {one.GetProperty("status")}").ToHashSet());
        Assert.All(told.GetProperty("dependencies").EnumerateArray(), one => Assert.True(one.GetProperty("milliseconds").GetDouble() >= 0));
        // Nothing was asked of the service that costs anything.
        Assert.Empty(rig.Service.Requests);
    }

    [Fact]
    public async Task Without_the_language_service_the_engine_is_ready_and_without_its_tables_it_is_not()
    {
        await using var texts = await TestEngine.StartAsync(azurite, settings: new Dictionary<string, string?> { ["Insight:Endpoint"] = "http://127.0.0.1:9/", ["Insight:Key"] = "nothing" });
        Assert.Equal(200, (await HealthAsync(texts)).Status);
        Assert.Equal("down", Status(await DependenciesAsync(texts), "language"));

        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite);
        wire.Lets = static _ => false;
        var answer = await HealthAsync(engine);
        Assert.Equal((503, "urn:campaigns:problem:unavailable"), (answer.Status, answer.Json.GetProperty("type").GetString()));
        Assert.Equal(("down", "up"), (Status(await DependenciesAsync(engine), "tables"), Status(await DependenciesAsync(engine), "queues")));
    }

    [Fact]
    public async Task However_many_ask_each_thing_is_asked_once_every_few_seconds()
    {
        var (asked, clock) = (0, TestClock.At("2015-06-08T10:00:00Z"));
        await using var engine = await TestEngine.StartAsync(azurite, clock, services => services.AddSingleton(new HealthProbe("counted", true, _ => Task.FromResult(Interlocked.Increment(ref asked)))));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => HealthAsync(engine)));
        Assert.Equal(1, asked);

        clock.Advance(EngineHealth.Holds);
        await HealthAsync(engine);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task What_does_not_answer_is_waited_for_a_few_seconds_and_its_fault_tells_no_secret()
    {
        await using var engine = await TestEngine.StartAsync(azurite, change: services => services
            .AddSingleton(new HealthProbe("silent", true, _ => new TaskCompletionSource().Task))
            .AddSingleton(new HealthProbe("talkative", false, _ => throw new InvalidOperationException("AccountKey=secret"))));

        var told = await DependenciesAsync(engine);

        Assert.Equal(("down", "down"), (Status(told, "silent"), Status(told, "talkative")));
        Assert.DoesNotContain("secret", told.Text, StringComparison.Ordinal);
        Assert.False(told.Json.GetProperty("ready").GetBoolean());
    }

    [Fact]
    public async Task While_something_hangs_everybody_who_waited_is_told_by_one_look()
    {
        var asked = 0;
        await using var engine = await TestEngine.StartAsync(azurite, change: services => services.AddSingleton(new HealthProbe("silent", false, _ =>
        {
            Interlocked.Increment(ref asked);
            return new TaskCompletionSource().Task;
        })));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => HealthAsync(engine)));

        Assert.Equal(1, asked);
    }

    private static string Status(Answer told, string name) =>
        told.Json.GetProperty("dependencies").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name).GetProperty("status").GetString()!;

    private static async Task<Answer> HealthAsync(TestEngine engine)
    {
        var request = Call.Request(engine, "GET", "/api/health");
        return await Call.AnswerAsync(request, engine.Function<GetHealth>().Run(request, default));
    }

    private static async Task<Answer> DependenciesAsync(TestEngine engine)
    {
        var request = Call.Request(engine, "GET", "/api/dependencies");
        return await Call.AnswerAsync(request, engine.Function<GetDependencies>().Run(request, default));
    }
}
