using System.Reflection;
using System.Text.RegularExpressions;
using Campaigns.Http;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Campaigns.Tests.Infra;

/// <summary>What the code needs of Azure, read from the code itself.</summary>
public sealed partial record EngineNeeds
{
    /// <summary>The app settings that triggers name: the host reads them and sees no default of the code.</summary>
    public required IReadOnlyList<string> Bound { get; init; }

    /// <summary>Those of them that name queues.</summary>
    public required IReadOnlyList<string> BoundQueues { get; init; }

    /// <summary>Every setting that an options class holds, and whether the code has a default for it.</summary>
    public required IReadOnlyDictionary<string, bool> Options { get; init; }

    /// <summary>Settings that stand in the code by their whole names: Azure's, the exporters' and the host's.</summary>
    public required IReadOnlyList<string> Named { get; init; }

    /// <summary>The values of the committed local.settings.json.</summary>
    public required IReadOnlyDictionary<string, string> Local { get; init; }

    public required IReadOnlyList<string> Tables { get; init; }

    /// <summary>Containers that settings of the code name.</summary>
    public required IReadOnlyList<string> Containers { get; init; }

    /// <summary>Roles, with what in the code asks for them.</summary>
    public required IReadOnlyDictionary<string, string> Roles { get; init; }

    /// <summary>Messages of the log, as <c>Class.Event</c>.</summary>
    public required IReadOnlyDictionary<string, string> Messages { get; init; }

    /// <summary>Paths that the engine leaves open to everybody.</summary>
    public required IReadOnlyList<string> OpenPaths { get; init; }

    public required IReadOnlyList<string> Functions { get; init; }

    /// <summary>Those of the functions that a timer starts.</summary>
    public required IReadOnlyList<string> Timers { get; init; }

    /// <summary>Those of the functions that a queue's message starts.</summary>
    public required IReadOnlyList<string> Workers { get; init; }

    private static Assembly App => typeof(CampaignServices).Assembly;

    private static IReadOnlyList<MethodInfo> Methods { get; } =
        [.. App.GetExportedTypes().SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)];

    /// <summary>The engine's own source, all of it.</summary>
    public static string Source { get; } = string.Join('\n', Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "functions", "Campaigns"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText));

    /// <summary>Reads it.</summary>
    /// <param name="source">The source to read what stands in its text from; null for the engine's.</param>
    public static EngineNeeds Read(string? source = null)
    {
        source ??= Source;
        var queues = Parameters<QueueTriggerAttribute>().Select(trigger => Setting(trigger.QueueName)).ToList();
        var timers = Parameters<TimerTriggerAttribute>().Select(trigger => Setting(trigger.Schedule)).ToList();
        var options = OptionSettings.Every().GroupBy(option => Outermost(option.Name), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Default, StringComparer.Ordinal);
        return new()
        {
            Bound = [.. queues, .. timers],
            BoundQueues = queues,
            Options = options.ToDictionary(option => option.Key, option => option.Value.Length > 0 && !option.Key.Contains('{', StringComparison.Ordinal), StringComparer.Ordinal),
            Named = [.. SettingName().Matches(source).Select(static name => name.Groups[1].Value).Distinct()],
            Local = LocalSettings.Read().ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value!, StringComparer.Ordinal),
            Tables = TableNames.All,
            Containers = [.. options.Where(option => option.Key.EndsWith("Container", StringComparison.Ordinal)).Select(option => option.Value)],
            Roles = RolesOf(source),
            Messages = (from type in App.GetTypes()
                        where type is { Name: "Log", DeclaringType: not null }
                        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
                        let said = method.GetCustomAttribute<LoggerMessageAttribute>()
                        where said is not null
                        select ($"{type.DeclaringType!.Name}.{method.Name}", said.Message)).ToDictionary(),
            OpenPaths = [.. from method in Methods
                            where method.GetCustomAttribute<RolesAttribute>()?.Roles.Contains(Role.Anyone) == true
                            from trigger in method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
                            where trigger.Methods!.Contains("get")
                            select $"/{trigger.Route}"],
            Functions = [.. Methods.Select(method => method.DeclaringType!.Name)],
            Timers = StartedBy<TimerTriggerAttribute>(),
            Workers = StartedBy<QueueTriggerAttribute>(),
        };
    }

    /// <summary>A role is needed where the code has what cannot work without it.</summary>
    private static Dictionary<string, string> RolesOf(string source) => new (string Role, string Use)[]
    {
        // The host's locks and keys, and backups: either asks for it.
        ("Storage Blob Data Owner", source.Contains("[TimerTrigger(", StringComparison.Ordinal) ? "[TimerTrigger(" : "new BlobServiceClient("),
        ("Storage Queue Data Contributor", "new QueueServiceClient("),
        ("Storage Table Data Contributor", "new TableServiceClient("),
        ("Key Vault Secrets User", "\"@Microsoft.KeyVault("),
        ("Monitoring Metrics Publisher", ".AddAzureMonitorTraceExporter("),
        ("Cognitive Services Language Reader", "new TextAnalyticsClient("),
    }.Where(role => source.Contains(role.Use, StringComparison.Ordinal)).ToDictionary(role => role.Role, role => role.Use, StringComparer.Ordinal);

    private static IEnumerable<T> Parameters<T>()
        where T : Attribute => Methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.GetCustomAttribute<T>()).OfType<T>();

    private static IReadOnlyList<string> StartedBy<T>()
        where T : Attribute =>
        [.. from method in Methods
            where method.GetParameters().Any(parameter => parameter.GetCustomAttribute<T>() is not null)
            select method.GetCustomAttribute<FunctionAttribute>()!.Name];

    [GeneratedRegex("""
        "(AzureWebJobs[A-Za-z]+|[A-Z]{2,}(?:_[A-Z]+)+)"
        """)]
    private static partial Regex SettingName();

    private static string Setting(string expression) => expression.Trim('%').Replace(":", "__", StringComparison.Ordinal);

    // What stands in a list is for each deployment to say, in moreSettings: {n} stands for its number or name.
    private static string Outermost(string setting) => setting.IndexOf("{n}", StringComparison.Ordinal) is >= 0 and var at ? setting[..(at + "{n}".Length)] : setting;
}
