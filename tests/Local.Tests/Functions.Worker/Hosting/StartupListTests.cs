using Campaigns.TestSupport;
using Local.Tests.Functions.Worker.Http;
using Local.Tests.Functions.Worker.Queues;

namespace Local.Tests.Functions.Worker.Hosting;

public sealed class StartupListTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_start_shows_what_runs_and_where()
    {
        var queue = new QueueHost(azurite);
        var setup = new HostSetup(typeof(HttpFunctionTests.Greet), typeof(QueuePayloadTests.TakesText), typeof(Timers.TimerHost.Tick))
        {
            Settings = { ["AzureWebJobsStorage"] = azurite.ConnectionString, ["Test__Queue"] = queue.Name, ["Test__Schedule"] = "0 0 3 1 1 *" },
        };
        await using var host = await setup.StartAsync(queue, new Timers.TimerHost(azurite));

        var list = setup.Output.ToString();
        Assert.Contains("Greet      GET       /api/greetings/{name}/{times:int}", list, StringComparison.Ordinal);
        Assert.Contains($"TakesText  {queue.Name}", list, StringComparison.Ordinal);
        Assert.Contains("Tick       0 0 3 1 1 *  (next ", list, StringComparison.Ordinal);
        Assert.Contains($"Listening on {host.Address.GetLeftPart(UriPartial.Authority)}.", list, StringComparison.Ordinal);
    }
}
