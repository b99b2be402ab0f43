using Campaigns.Benchmarks.Fuzz;
using Campaigns.EndToEnd.Support;
using Campaigns.TestSupport;

namespace Campaigns.EndToEnd;

/// <summary>Every operation that the engine describes is asked in ways that nobody means to: seeded, so that what fails can be asked again.</summary>
[Collection(EngineTests.Name)]
public sealed class FuzzTests(AzuriteFixture azurite)
{
    private const int Seed = 1;
    private const int Rounds = 25;

    [Fact]
    public async Task No_request_however_odd_makes_the_engine_fail_or_say_what_it_should_not()
    {
        try
        {
            await FuzzRun.PrepareAsync();
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"The fuzz's packages cannot be installed on this machine: {fault.Message}");
        }

        var figures = await new FuzzRun(azurite.ConnectionString, AzuriteFixture.NewPrefix()).RunAsync(Seed, Rounds, TimeSpan.FromSeconds(75));

        TestContext.Current.SendDiagnosticMessage($"{figures.Sent} requests in {figures.Rounds} rounds, seed {Seed}.");
        Assert.True(figures.Faults.Count == 0, $"Seed {figures.Seed}, {figures.Sent} requests:\n{string.Join("\n\n", figures.Faults)}");
        Assert.DoesNotContain(figures.Operations, static operation => operation.Value.Asked == 0);
        Assert.True(figures.Operations["POST /api/signed/{name}/mentions"].Done > 0, "No signed message was taken.");
        Assert.InRange(figures.Operations.Values.Count(static operation => operation.Done > 0), figures.Operations.Count * 3 / 4, figures.Operations.Count);
    }
}
