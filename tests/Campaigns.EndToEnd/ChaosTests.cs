using Campaigns.Benchmarks.Chaos;
using Campaigns.EndToEnd.Support;

namespace Campaigns.EndToEnd;

[Collection(EngineTests.Name)]
public sealed class ChaosTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_figure_is_exact_after_workers_were_killed_messages_came_twice_and_the_wire_lied()
    {
        // The large one is a benchmark: dotnet run -c Release --project tests/Campaigns.Benchmarks -- chaos
        var figures = await new ChaosRun(new ChaosPlan(4_000, 3, 1, TimeSpan.FromSeconds(40), TimeSpan.FromMinutes(10)), output.WriteLine).RunAsync();

        Assert.Empty(figures.Wrong);
        Assert.True(figures.Kills > 0 && figures.Faults.Count > 4, $"{figures.Kills} kills, {figures.Faults.Count} kinds of faults: it was no storm.");
    }
}
