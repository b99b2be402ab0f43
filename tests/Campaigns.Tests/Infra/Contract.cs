namespace Campaigns.Tests.Infra;

/// <summary>Holds the templates to what the code and the Functions host need: all of it, and nothing else.</summary>
internal static class Contract
{
    /// <summary>What the host reads, beside the settings of the code; nothing else may be set.</summary>
    public static IReadOnlyList<string> HostSettings { get; } =
    [
        "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId",
        "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri",
        "AzureWebJobsDisableHomepage", "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT",
        "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "APPLICATIONINSIGHTS_SDKSTATS_DISABLED",
        "OTEL_DOTNET_AZURE_MONITOR_ENABLE_RESOURCE_METRICS", "AZURE_CLIENT_ID",
    ];

    /// <summary>What only a laptop has: on Flex Consumption the runtime is no setting, and storage is reached by the ones above.</summary>
    private static readonly string[] OnlyLocal = ["AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME"];

    /// <summary>What App Service tells each app of itself.</summary>
    private static readonly string[] ToldByAzure = ["WEBSITE_HOSTNAME", "WEBSITE_SITE_NAME", "WEBSITE_AUTH_ENABLED"];

    /// <summary>The package, the host's locks and the last runs of timers, the host's keys.</summary>
    private static readonly string[] HostContainers = ["deployments", "azure-webjobs-hosts", "azure-webjobs-secrets"];

    /// <summary>Secrets that must be there before the app can start, as references to the vault.</summary>
    private static readonly string[] SecretSettings = ["Access__FirstKey", "Privacy__WrappingKey"];

    /// <summary>Settings without a default that this template does not set, with why.</summary>
    public static IReadOnlyDictionary<string, string> LeftOut { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Insight__Key"] = "the identity signs in, and keys are off",
        ["Insight__Prices__{n}"] = "where one feature has a price of its own",
        ["Listening__Prices__{n}"] = "where a channel charges something else",
        ["Bluesky__Accounts__{n}"] = "each body's own accounts",
        ["Bluesky__SearchService"] = "where strangers may search",
        ["Mastodon__Instances__{n}"] = "each body's own servers",
        ["Storage__TablePrefix"] = "one engine has an account for itself",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "where a collector is at hand",
        ["OTEL_TRACES_SAMPLER"] = "where that collector is to get a part of all traces",
    };

    public static IReadOnlyList<string> Faults(EngineNeeds needs, Template template) =>
    [
        .. Same("queue", [.. needs.BoundQueues.Select(setting => template.Settings.GetValueOrDefault(setting, $"that {setting} names"))], template.Queues),
        .. Same("table", needs.Tables, template.Tables),
        .. Same("blob container", [.. HostContainers, .. needs.Containers], template.Containers),
        .. Same("role", [.. needs.Roles.Keys], [.. template.Roles.Select(role => role.Role)]),
        .. Same("watched timer", needs.Timers, template.WatchedTimers),
        .. Same("open path", needs.OpenPaths, template.OpenPaths),
        .. Settings(needs, template),
        .. Alerts(needs, template),
    ];

    private static IEnumerable<string> Settings(EngineNeeds needs, Template template)
    {
        var settings = template.Settings;
        foreach (var missing in needs.Bound.Concat(HostSettings).Concat(SecretSettings).Distinct().Where(name => !settings.ContainsKey(name)))
        {
            yield return $"The setting {missing} is needed and not set.";
        }

        foreach (var (name, value) in settings)
        {
            if (!HostSettings.Contains(name) && !needs.Options.ContainsKey(name))
            {
                yield return $"The setting {name} is set and nothing reads it.";
            }

            if (needs.Local.TryGetValue(name, out var local) && local != value)
            {
                yield return $"The setting {name} is {value}, and {local} in local.settings.json.";
            }
        }

        foreach (var name in needs.Local.Keys.Where(name => !settings.ContainsKey(name) && !OnlyLocal.Contains(name)))
        {
            yield return $"The setting {name} stands in local.settings.json and is not set.";
        }

        foreach (var name in needs.Options.Where(option => !option.Value && !settings.ContainsKey(option.Key) && !LeftOut.ContainsKey(option.Key)).Select(option => option.Key))
        {
            yield return $"The setting {name} has no default, is not set, and nothing says why it is left out.";
        }

        foreach (var name in needs.Named.Where(name => !settings.ContainsKey(name) && !LeftOut.ContainsKey(name) && !ToldByAzure.Contains(name) && !OnlyLocal.Contains(name)))
        {
            yield return $"The setting {name} is read, is not set, and nothing says who sets it.";
        }

        foreach (var name in LeftOut.Keys.Where(name => !needs.Options.ContainsKey(name) && !needs.Named.Contains(name)))
        {
            yield return $"The setting {name} is said to be left out and nothing reads it.";
        }

        foreach (var name in SecretSettings.Where(name => settings.TryGetValue(name, out var value) && !value.StartsWith("@Microsoft.KeyVault(SecretUri=${vault.outputs.uri}secrets/${secrets.", StringComparison.Ordinal)))
        {
            yield return $"The setting {name} is no reference to a secret of the vault.";
        }
    }

    private static IEnumerable<string> Alerts(EngineNeeds needs, Template template)
    {
        foreach (var (name, source, phrase) in template.Alerts)
        {
            var said = needs.Messages.Where(message => message.Value.Contains(phrase, StringComparison.OrdinalIgnoreCase)).Select(message => message.Key).ToList();
            if (said is not [var only] || only != source)
            {
                yield return $"The alert {name} goes by '{phrase}' of {source}, which is said by {(said.Count == 0 ? "nothing" : string.Join(", ", said))}.";
            }
        }
    }

    private static IEnumerable<string> Same(string what, IReadOnlyList<string> needed, IReadOnlyList<string> there) =>
        needed.Except(there).Select(name => $"The {what} {name} is needed and not there.")
            .Concat(there.Except(needed).Select(name => $"The {what} {name} is there and nothing needs it."))
            .Concat(there.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => $"The {what} {group.Key} is there twice."));
}
