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
    public async Task The_app_is_laid_down_once_it_has_its_roles_and_a_way_to_its_data() => Assert.Equal(
        ["dataEndpoints", "roles"],
        (await Template.ReadAsync()).Main.Find("module", "functionApp")!.Value!["dependsOn"]!.Items.Select(item => item.Value!).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Data_stays_in_the_United_Kingdom_and_off_public_addresses_where_nobody_says_otherwise()
    {
        var main = (await Template.ReadAsync()).Main;
        Assert.Equal(("uksouth", "privateData", "true", "false"), (Usual("location"), Usual("networking"), Usual("assignRoles"), Usual("entraRequired")));

        string? Usual(string parameter) => main.Find("parameter", parameter)!.Value!.Value;
    }

    [Fact]
    public async Task Functions_that_are_always_ready_are_functions()
    {
        var ready = (await Template.ReadAsync()).Files["prod.bicepparam"].Find("variable", "alwaysReady")!.Value!.Items.Select(item => item["name"]!.Value!).ToList();
        Assert.Contains("http", ready);
        Assert.All(ready.Where(name => name != "http"), name => Assert.Contains(name["function:".Length..], EngineNeeds.Read().Functions));
    }
}
