using System.Reflection;
using Campaigns.Http;
using Campaigns.Tests.Infra;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Tests;

/// <summary>The README's tables say what the code says: no more, no less.</summary>
public sealed class ReadmeTests
{
    /// <summary>Settings that the host reads, which no options class of the app holds.</summary>
    private static readonly string[] OfTheHost = ["AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"];

    private static Assembly App => typeof(CampaignServices).Assembly;

    private static IEnumerable<MethodInfo> FunctionMethods => App.GetExportedTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null);

    [Fact]
    public void The_settings_table_lists_every_setting_with_its_default()
    {
        var committed = LocalSettings.Read();
        var settings = OfTheHost.ToDictionary(name => name, _ => "", StringComparer.Ordinal);
        foreach (var (name, byDefault) in OptionSettings.Every().Concat(Bound()))
        {
            settings.TryAdd(name, byDefault);
        }

        var expected = settings.Select(setting => $"{setting.Key} = {committed.GetValueOrDefault(setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value)}");
        Same(expected, Table("Settings", "Setting", "Default", "What it is for").Select(row => $"{row[0]} = {row[1]}"));
    }

    [Fact]
    public void The_settings_that_the_templates_make_for_the_host_are_named()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));
        var named = text[text.IndexOf("For the Functions host and Azure's own clients the templates set", StringComparison.Ordinal)..].Split("; `infra/main.bicep`")[0];
        Same(Contract.HostSettings, named.Split('`').Where((_, at) => at % 2 == 1));
    }

    [Fact]
    public void The_endpoints_table_lists_every_route_with_its_methods_and_roles()
    {
        var expected = from method in FunctionMethods
                       from trigger in method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
                       let roles = method.GetCustomAttribute<RolesAttribute>()!.Roles
                       select $"{string.Join(", ", trigger.Methods!).ToUpperInvariant()} /{trigger.Route} {string.Join(", ", roles).ToLowerInvariant()}";
        Same(expected, Table("Endpoints", "Method", "Route", "Roles", "What it does").Select(row => $"{row[0]} {row[1]} {row[2]}"));
    }

    [Fact]
    public void Every_row_says_what_it_is_about() =>
        Assert.All(
            Table("Settings", "Setting", "Default", "What it is for").Concat(Table("Endpoints", "Method", "Route", "Roles", "What it does")),
            row => Assert.True(row[^1].Length > 10, string.Join(" | ", row)));

    private static void Same(IEnumerable<string> code, IEnumerable<string> readme)
    {
        var (missing, left) = (code.Except(readme).ToList(), readme.Except(code).ToList());
        Assert.True(missing.Count + left.Count == 0, $"README.md lacks:\n{string.Join('\n', missing)}\n\nREADME.md has, and the code does not:\n{string.Join('\n', left)}");
    }

    /// <summary>Every app setting that a trigger names.</summary>
    private static IEnumerable<(string Name, string Default)> Bound() =>
        from method in FunctionMethods
        from parameter in method.GetParameters()
        from bound in new[] { parameter.GetCustomAttribute<QueueTriggerAttribute>()?.QueueName, parameter.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule }
        where bound is not null
        select (bound.Trim('%').Replace(":", "__", StringComparison.Ordinal), "");

    /// <summary>The cells of the first table under a heading, without the marks around code.</summary>
    private static List<string[]> Table(string heading, params string[] columns)
    {
        var rows = File.ReadLines(Path.Combine(RepositoryRoot.Path, "README.md"))
            .SkipWhile(line => line != $"## {heading}").Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`')).ToArray())
            .ToList();
        Assert.Equal(columns, rows.FirstOrDefault());
        return rows[2..];
    }
}
