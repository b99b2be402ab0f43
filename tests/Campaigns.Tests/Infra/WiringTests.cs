namespace Campaigns.Tests.Infra;

/// <summary>What the compiler cannot tell of how the parts fit together.</summary>
public sealed class WiringTests
{
    [Fact]
    public async Task Every_module_is_called()
    {
        var template = await Template.ReadAsync();
        Assert.Equal(
            template.Files.Keys.Where(path => path.StartsWith("modules/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            template.Files.Values.SelectMany(file => file.Of("module")).Select(module => module.Type).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Functions_that_are_always_ready_are_functions()
    {
        var ready = (await Template.ReadAsync()).Files["prod.bicepparam"].Find("variable", "alwaysReady")!.Value!.Items.Select(item => item["name"]!.Value!).ToList();
        Assert.Contains("http", ready);
        Assert.All(ready.Where(name => name != "http"), name => Assert.Contains(name["function:".Length..], EngineNeeds.Read().Functions));
    }
}
