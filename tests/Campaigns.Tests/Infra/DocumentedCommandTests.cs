using System.Reflection;
using System.Text.RegularExpressions;
using Campaigns.TestSupport;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Tests.Infra;

/// <summary>What the documentation has people type can be typed: commands that a shell takes, and calls of routes that there are.</summary>
public sealed partial class DocumentedCommandTests : IDisposable
{
    private static readonly IReadOnlyList<(string Name, string Text)> Pages =
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(RepositoryRoot.Path, "README.md"))
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path))),
    ];

    private static readonly IReadOnlyList<(string Method, string Route)> Routes =
    [
        .. from type in typeof(CampaignServices).Assembly.GetExportedTypes()
           from method in type.GetMethods()
           from trigger in method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
           from verb in trigger.Methods!
           select (verb.ToUpperInvariant(), $"/{trigger.Route}"),
    ];

    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task Every_block_of_commands_is_one_that_a_shell_takes_as_it_is_pasted()
    {
        var blocks = Pages.SelectMany(page => Block().Matches(page.Text).Select(block => (page.Name, Text: block.Groups[1].Value))).ToList();
        Assert.True(blocks.Count > 30);
        foreach (var (name, text) in blocks)
        {
            var said = (await shell.PasteAsync(text)).Said;
            Assert.True(said.Length == 0, $"{name}: {said} in\n{text}");
        }

        // Between double quotes the shell of a terminal looks behind an exclamation mark for an earlier command.
        Assert.Contains("event not found", (await shell.PasteAsync("echo \"(!(a))\"\n")).Said, StringComparison.Ordinal);
        Assert.NotEqual("", (await shell.PasteAsync("echo 'a\n")).Said);
    }

    [Fact]
    public void Every_call_goes_to_a_route_that_there_is()
    {
        var calls = Pages.SelectMany(page => Call().Matches(page.Text).Select(call => (page.Name, Method: call.Groups[1].Value, Path: call.Groups[2].Value))
            .Concat(Curl().Matches(page.Text).Select(call => (page.Name, Method: call.Groups[1].Success ? call.Groups[1].Value : call.Value.Contains("--data", StringComparison.Ordinal) ? "POST" : "GET", Path: $"/api/{call.Groups[2].Value}")))).ToList();
        Assert.True(calls.Count > 60, $"{calls.Count} calls");
        Assert.All(calls, call => Assert.True(Exists(call.Method, call.Path), $"{call.Name}: {call.Method} {call.Path}"));
        Assert.False(Exists("POST", "/api/poison/replays"));
        Assert.False(Exists("POST", "/api/campaigns/{id}/deliveries/{deliveryId}/settle"));
    }

    /// <summary>As the host has it: the app setting that keeps a function from being started.</summary>
    [Fact]
    public void Functions_are_switched_off_and_on_again_by_the_setting_of_the_host()
    {
        var page = Pages.Single(page => page.Name == "operations.md").Text;
        Assert.Contains("--settings $(printf 'AzureWebJobs.%s.Disabled=true ' $off)", page, StringComparison.Ordinal);
        Assert.Contains("--setting-names $(printf 'AzureWebJobs.%s.Disabled ' $off)", page, StringComparison.Ordinal);
    }

    private static bool Exists(string method, string path) => Routes.Any(route => route.Method == method && Matches(route.Route.Split('/'), path.Split('/')));

    /// <summary>Where the route has a value, any stands for it, but not where another route has that word.</summary>
    private static bool Matches(string[] route, string[] path) => route.Length == path.Length
        && route.Zip(path).All(part => part.First == part.Second || (part.First.StartsWith('{') && part.Second.Length > 0 && (part.Second[0] is '{' or '$' || !Words.Contains(part.Second))));

    private static HashSet<string> Words { get; } = [.. Routes.SelectMany(route => route.Route.Split('/')).Where(part => !part.StartsWith('{'))];

    [GeneratedRegex("^ *```bash\n(.*?)^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("`(GET|HEAD|PUT|POST|DELETE) (/api/[^`? ]*)")]
    private static partial Regex Call();

    [GeneratedRegex("""curl [^\n"]*?(?:-X (PUT|POST|DELETE) )?"\$api/([^"?]*)[^"]*"[^\n]*(?:\\\n[^\n]*)*""")]
    private static partial Regex Curl();
}
