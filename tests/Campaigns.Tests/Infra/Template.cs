namespace Campaigns.Tests.Infra;

/// <summary>What the templates lay down, as far as the code and the Functions host go by it.</summary>
/// <param name="Files">The files, by their path.</param>
public sealed record Template(IReadOnlyDictionary<string, BicepFile> Files)
{
    private const string Entry = "main.bicep";

    private static readonly Lazy<Task<Template>> Committed = new(async () => new(await BicepReader.ReadAsync(BicepReader.Texts)));

    public BicepFile Main => Files[Entry];

    /// <summary>The app settings with what they are set to, names of variables replaced by what they stand for.</summary>
    public IReadOnlyDictionary<string, string> Settings => Main.Find("module", "functionApp")!.Value!["params"]!["settings"]!.All
        .Where(part => part.Kind == "object").SelectMany(part => part.Properties)
        .GroupBy(pair => pair.Key, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => Text(group.First().Value), StringComparer.Ordinal);

    public IReadOnlyList<string> Queues => Texts("queues");

    public IReadOnlyList<string> Tables => Texts("tables");

    public IReadOnlyList<string> Containers => Texts("containers");

    public IReadOnlyList<string> Secrets => Texts("secrets");

    /// <summary>Paths that sign-in leaves open.</summary>
    public IReadOnlyList<string> OpenPaths => [.. Main.Find("module", "authentication")!.Value!["params"]!["excludedPaths"]!.Items.Select(item => item.Value!)];

    /// <summary>The roles that are given, with why.</summary>
    public IReadOnlyList<(string Role, string Reason)> Roles =>
    [
        .. Files["modules/roles.bicep"].Of("variable").SelectMany(variable => variable.Value!.Items)
            .Where(item => item["role"] is not null).Select(item => (item["role"]!.Value!, item["reason"]?.Value ?? "")),
    ];

    /// <summary>The ids by which Azure knows roles.</summary>
    public IReadOnlyDictionary<string, string> RoleIds => Files["modules/roles.bicep"].Find("variable", "roleIds")!.Value!.Properties
        .ToDictionary(pair => pair.Key, pair => pair.Value.Value!, StringComparer.Ordinal);

    /// <summary>The alerts that go by a message of the log.</summary>
    public IReadOnlyList<(string Name, string Source, string Phrase)> Alerts =>
    [
        .. Files["modules/alerts.bicep"].Find("variable", "logRules")!.Value!.Items.Select(item => (item["name"]!.Value!, item["source"]!.Value!, item["phrase"]!.Value!)),
        ("queue-age", "QueueWatch.Waits", Files["modules/alerts.bicep"].Find("variable", "waits")!.Value!.Value!),
        ("silence", "QueueWatch.Looked", Files["modules/alerts.bicep"].Find("variable", "heartbeat")!.Value!.Value!),
        ("backup-missing", "BackupRun.Done", Files["modules/alerts.bicep"].Find("variable", "backupDone")!.Value!.Value!),
    ];

    /// <summary>The names of every alert, those among them that go by a query of their own.</summary>
    public IReadOnlyList<string> AlertNames =>
        [.. new[] { "logRules", "queryRules" }.SelectMany(rules => Files["modules/alerts.bicep"].Find("variable", rules)!.Value!.Items).Select(rule => rule["name"]!.Value!)];

    /// <summary>The functions whose failed runs are told of.</summary>
    public IReadOnlyList<string> WatchedTimers => [.. Files["modules/alerts.bicep"].Find("variable", "timers")!.Value!.Items.Select(item => item.Value!)];

    /// <summary>Every declaration, with the file that it stands in.</summary>
    public IEnumerable<(string File, Declaration Declaration)> Declarations => Files.SelectMany(file => file.Value.Declarations.Select(declaration => (file.Key, declaration)));

    public static Task<Template> ReadAsync() => Committed.Value;

    /// <summary>The templates as they would be with a text replaced wherever it stands in a file.</summary>
    public static async Task<Template> ChangedAsync(string file, string from, string to) => new(await BicepReader.ReadAsync(BicepReader.Texts.Changed(file, from, to)));

    private IReadOnlyList<string> Texts(string variable)
    {
        var value = Main.Find("variable", variable)!.Value!;
        return [.. value.Properties.Select(pair => pair.Value).Concat(value.Items).Select(item => item.Value!)];
    }

    private string Text(Expression value) => value.Kind == "member" && value.Value!.Split('.') is [var variable, var property]
        && Main.Find("variable", variable)?.Value?[property]?.Value is { } text ? text
        // A parameter is set as it is where nobody sets it otherwise.
        : value.Kind == "name" && Main.Find("parameter", value.Value!)?.Value?.Value is { } usual ? usual : value.Value ?? "";
}
