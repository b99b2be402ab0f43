namespace Campaigns.Tests.Infra;

/// <summary>The parts of the templates fit together: names are declared, modules get what they take, parameter files set what there is.</summary>
public sealed class WiringTests
{
    private static readonly string[] Functions = ["sys", "az"];

    [Fact]
    public async Task Every_name_that_is_used_is_declared_and_every_one_declared_is_used()
    {
        foreach (var (path, file) in (await Template.ReadAsync()).Files.Where(file => file.Key.EndsWith(".bicep", StringComparison.Ordinal)))
        {
            var declared = file.Declarations.Where(declaration => declaration.Kind is "parameter" or "variable" or "resource" or "module").Select(declaration => declaration.Name).ToHashSet(StringComparer.Ordinal);
            var used = file.Declarations.Where(declaration => declaration.Value is not null).SelectMany(declaration => declaration.Names).ToHashSet(StringComparer.Ordinal);
            Assert.Empty(used.Except(declared).Except(Functions).Select(name => $"{path}: {name} is not declared"));
            Assert.Empty(file.Declarations.Where(declaration => declaration.Kind is "parameter" or "variable" || declaration.Existing).Select(declaration => declaration.Name).Except(used).Select(name => $"{path}: {name} is not used"));
        }
    }

    [Fact]
    public async Task Every_module_gets_all_parameters_that_it_needs_and_no_others()
    {
        var template = await Template.ReadAsync();
        foreach (var module in template.Main.Of("module"))
        {
            var given = module.Value!["params"]!.Properties.Select(pair => pair.Key).ToList();
            var taken = template.Files[module.Type].Of("parameter").ToList();
            Assert.Empty(given.Except(taken.Select(parameter => parameter.Name)).Select(name => $"{module.Name} takes no {name}"));
            Assert.Empty(taken.Where(parameter => parameter.Value is null).Select(parameter => parameter.Name).Except(given).Select(name => $"{module.Name} needs {name}"));
        }

        Assert.Equal(template.Files.Keys.Where(path => path.StartsWith("modules/", StringComparison.Ordinal)).Order(StringComparer.Ordinal), template.Main.Of("module").Select(module => module.Type).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_output_of_a_module_that_is_read_is_there_and_every_one_there_is_of_use()
    {
        var template = await Template.ReadAsync();
        var read = (from declaration in template.Main.Declarations
                    where declaration.Value is not null
                    from part in declaration.Value!.All
                    where part.Kind == "member"
                    // Of a condition the last branch is read: the grammar takes it for a part of the member.
                    let path = part.Value!.Split(' ')[^1].Split('.')
                    where path is [_, "outputs", _]
                    select (template.Main.Find("module", path[0])!.Type, Output: path[2])).Distinct().ToList();
        var there = template.Files.Where(file => file.Key.StartsWith("modules/", StringComparison.Ordinal)).SelectMany(file => file.Value.Of("output").Select(output => (file.Key, output.Name))).ToList();
        Assert.NotEmpty(read);
        Assert.Empty(read.Except(there));
    }

    [Theory]
    [InlineData("dev.bicepparam")]
    [InlineData("prod.bicepparam")]
    [InlineData("main.bicepparam")]
    public async Task A_parameter_file_sets_what_there_is_to_a_value_that_is_allowed(string path)
    {
        var template = await Template.ReadAsync();
        var file = template.Files[path];
        Assert.Equal("./main.bicep", file.Of("using").Single().Value!.Value);
        foreach (var set in file.Of("variable"))
        {
            var parameter = template.Main.Find("parameter", set.Name);
            Assert.True(parameter is not null, $"main.bicep has no parameter {set.Name}.");
            if (set.Value is { Kind: "string" } && parameter.Decorators.FirstOrDefault(decorator => decorator.Value == "allowed") is { } allowed)
            {
                Assert.Contains(set.Value.Value, allowed.Parts[0].Items.Select(item => item.Value));
            }
        }

        Assert.Empty(template.Main.Of("parameter").Where(parameter => parameter.Value is null).Select(parameter => parameter.Name).Except(file.Of("variable").Select(set => set.Name)));
    }

    [Fact]
    public async Task Functions_that_are_always_ready_are_functions()
    {
        var ready = (await Template.ReadAsync()).Files["prod.bicepparam"].Find("variable", "alwaysReady")!.Value!.Items.Select(item => item["name"]!.Value!).ToList();
        Assert.Contains("http", ready);
        Assert.All(ready.Where(name => name != "http"), name => Assert.Contains(name["function:".Length..], EngineNeeds.Read().Functions));
    }
}
