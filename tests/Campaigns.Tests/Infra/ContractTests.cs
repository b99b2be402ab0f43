using System.Text.Json;
using Campaigns.Http;
using Campaigns.Storage;
using Campaigns.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Infra;

public sealed class ContractTests
{
    private static readonly Lazy<EngineNeeds> Needs = new(static () => EngineNeeds.Read());

    [Fact]
    public async Task The_templates_lay_down_what_the_code_and_the_host_need_and_nothing_else() =>
        Assert.Empty(Contract.Faults(Needs.Value, await Template.ReadAsync()));

    // The code stays as it is and infra is renamed.
    [Theory]
    [InlineData("main.bicep", "Publishing__DeliveriesQueue:", "Publishing__DeliveryQueue:", "Publishing__DeliveriesQueue")]
    [InlineData("main.bicep", "Storage__WatchSchedule:", "Storage__Schedule:", "Storage__WatchSchedule")]
    [InlineData("main.bicep", "AzureWebJobsDisableHomepage:", "AzureWebJobsDisableHomePage:", "AzureWebJobsDisableHomepage")]
    [InlineData("main.bicep", "rollUps: 'roll-ups'", "rollUps: 'rollups'", "Listening__RollUpsQueue")]
    [InlineData("main.bicep", "'Supporters'", "'Backers'", "table Supporters")]
    [InlineData("main.bicep", "'azure-webjobs-hosts'", "'azure-webjobs-host'", "blob container azure-webjobs-hosts")]
    [InlineData("main.bicep", "'0 * * * * *'", "'0 */2 * * * *'", "Publishing__TickSchedule")]
    [InlineData("main.bicep", "'104857600'", "'30000000'", "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT")]
    [InlineData("main.bicep", "'/api/health'", "'/api/healthz'", "open path /api/health")]
    [InlineData("main.bicep", "Access__FirstKey: '@Microsoft.KeyVault(", "Access__FirstKey: '(", "Access__FirstKey")]
    [InlineData("modules/roles.bicep", "role: 'Storage Table Data Contributor'", "role: 'Storage Table Data Reader'", "role Storage Table Data Contributor")]
    [InlineData("modules/alerts.bicep", "'QueueWatch.GivenUp'", "'QueueWatch.Poison'", "QueueWatch.Poison")]
    [InlineData("modules/alerts.bicep", "'may be out or not'", "'campaign'", "delivery-unknown")]
    [InlineData("modules/alerts.bicep", "'LanguageFaults.NoIdentity'", "'LanguageFaults.SignInRefused'", "language-no-identity")]
    [InlineData("modules/alerts.bicep", "Insight__ModelVersion names", "Insight__Model names", "language-unknown-model")]
    [InlineData("modules/alerts.bicep", "'is whole:'", "'is complete:'", "backup-missing")]
    [InlineData("modules/alerts.bicep", "  'PublishDue'\n", "", "watched timer PublishDue")]
    public async Task What_is_renamed_in_infra_alone_is_found(string file, string from, string to, string told) =>
        Assert.Contains(Contract.Faults(Needs.Value, await Template.ChangedAsync(file, from, to)), fault => fault.Contains(told, StringComparison.Ordinal));

    // Infra stays as it is and the code is renamed.
    [Fact]
    public async Task What_is_renamed_in_the_code_alone_is_found()
    {
        var (template, needs) = (await Template.ReadAsync(), Needs.Value);
        Found(needs with { Bound = Renamed(needs.Bound, "Publishing__TickSchedule", "Publishing__Schedule") }, "Publishing__Schedule");
        Found(needs with { Options = needs.Options.ToDictionary(option => option.Key == "Retention__Schedule" ? "Retention__EndSchedule" : option.Key, option => option.Value) }, "Retention__Schedule");
        Found(needs with { Options = needs.Options.Append(new("Publishing__Signature", false)).ToDictionary() }, "Publishing__Signature");
        Found(needs with { BoundQueues = Renamed(needs.BoundQueues, "Erasures__Queue", "Erasures__WorkQueue") }, "Erasures__WorkQueue");
        Found(needs with { Local = needs.Local.ToDictionary(setting => setting.Key, setting => setting.Value == "texts" ? "redacted-texts" : setting.Value) }, "redacted-texts");
        Found(needs with { Tables = Renamed(needs.Tables, "Due", "Schedule") }, "table Schedule");
        Found(needs with { Containers = [.. needs.Containers, "exports"] }, "blob container exports");
        Found(needs with { Roles = needs.Roles.ToDictionary(role => role.Key == "Key Vault Secrets User" ? "Key Vault Reader" : role.Key, role => role.Value) }, "role Key Vault Reader");
        Found(needs with { Messages = needs.Messages.ToDictionary(message => message.Key, message => message.Key == "Searcher.NotListened" ? "A gap for {Campaign}." : message.Value) }, "listening-gap");
        Found(needs with { Timers = Renamed(needs.Timers, "RunBackup", "BackUp") }, "watched timer BackUp");
        Found(needs with { OpenPaths = [.. needs.OpenPaths, "/api/about"] }, "/api/about");

        Found(InSource("\"APPLICATIONINSIGHTS_CONNECTION_STRING\"", "\"APPLICATIONINSIGHTS_CONNECTION\""), "APPLICATIONINSIGHTS_CONNECTION");
        Found(InSource("\"APPLICATIONINSIGHTS_AUTHENTICATION_STRING\"", "\"APPLICATIONINSIGHTS_IDENTITY\""), "APPLICATIONINSIGHTS_IDENTITY");
        Found(InSource("\"OTEL_TRACES_SAMPLER\"", "\"OTEL_SAMPLER\""), "OTEL_SAMPLER");
        Found(InSource("\"AzureWebJobsStorage\"", "\"AzureWebJobsStore\""), "AzureWebJobsStore");
        // The host asks for it as long as there is a timer, and the engine as long as there are backups.
        Assert.Empty(Contract.Faults(InSource("[TimerTrigger(", "[Timer("), template));
        Assert.Empty(Contract.Faults(InSource("new BlobServiceClient(", "new BlobService("), template));
        Found(EngineNeeds.Read(EngineNeeds.Source.Replace("[TimerTrigger(", "[Timer(", StringComparison.Ordinal).Replace("new BlobServiceClient(", "new BlobService(", StringComparison.Ordinal)), "role Storage Blob Data Owner");
        Found(InSource("new QueueServiceClient(", "new QueueService("), "role Storage Queue Data Contributor");
        Found(InSource("new TableServiceClient(", "new TableService("), "role Storage Table Data Contributor");
        Found(InSource("\"@Microsoft.KeyVault(", "\"@Vault("), "role Key Vault Secrets User");
        Found(InSource(".AddAzureMonitorTraceExporter(", ".AddTraceExporter("), "role Monitoring Metrics Publisher");
        Found(InSource("new TextAnalyticsClient(", "new TextClient("), "role Cognitive Services Language Reader");

        static EngineNeeds InSource(string from, string to)
        {
            Assert.Contains(from, EngineNeeds.Source, StringComparison.Ordinal);
            return EngineNeeds.Read(EngineNeeds.Source.Replace(from, to, StringComparison.Ordinal));
        }

        void Found(EngineNeeds changed, string told) => Assert.Contains(Contract.Faults(changed, template), fault => fault.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_code_reaches_storage_by_the_settings_that_infra_gives_it()
    {
        var settings = (await Template.ReadAsync()).Settings.Where(setting => setting.Key.StartsWith("AzureWebJobsStorage__", StringComparison.Ordinal))
            .ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => setting.Key.EndsWith("Uri", StringComparison.Ordinal) ? $"https://{setting.Key[^15..^10].ToLowerInvariant()}.example/" : (string?)"id");
        var given = new SettingsAsked(settings);
        var storage = new StorageRim(new ConfigurationRoot([given]), Options.Create(new StorageOptions()));

        // The credential is the host's own word for how to sign in, and the code knows that one way alone.
        Assert.Empty(settings.Keys.Except(given.Asked).Except(["AzureWebJobsStorage:credential"]));

        Assert.Equal("table.example", storage.Table(TableNames.Due).Uri.Host);
        Assert.Equal("queue.example", storage.Queue("deliveries").Uri.Host);
    }

    [Fact]
    public void Host_json_the_settings_and_the_code_agree_on_how_often_and_how_much()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "host.json")));
        var attempts = host.RootElement.GetProperty("extensions").GetProperty("queues").GetProperty("maxDequeueCount").GetInt32();
        Assert.Equal(attempts, new Campaigns.Listening.ListeningOptions().MaxDequeueCount);
        Assert.Equal(attempts, new Campaigns.Publishing.PublishingOptions().MaxAttempts);
        Assert.Contains("MaxRequestBodySize = 104_857_600", File.ReadAllText(Path.Combine(RepositoryRoot.Path, "functions", "Campaigns", "Program.cs")), StringComparison.Ordinal);
        Assert.Equal("104857600", Needs.Value.Local["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"]);
    }

    [Fact]
    public void The_app_registration_has_the_roles_of_the_engine()
    {
        using var roles = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "infra", "app-roles.json")));
        Assert.Equal(Enum.GetValues<Role>().Where(role => role != Role.Anyone).Select(role => role.ToString()), roles.RootElement.EnumerateArray().Select(role => role.GetProperty("value").GetString()));
        Assert.Distinct(roles.RootElement.EnumerateArray().Select(role => role.GetProperty("id").GetGuid()));
    }

    private static IReadOnlyList<string> Renamed(IReadOnlyList<string> names, string from, string to)
    {
        Assert.Contains(from, names);
        return [.. names.Select(name => name == from ? to : name)];
    }

    /// <summary>Settings that remember which of them were asked for.</summary>
    private sealed class SettingsAsked : ConfigurationProvider
    {
        public SettingsAsked(Dictionary<string, string?> settings) => Data = settings;

        public HashSet<string> Asked { get; } = new(StringComparer.OrdinalIgnoreCase);

        public override bool TryGet(string key, out string? value)
        {
            Asked.Add(key);
            return base.TryGet(key, out value);
        }
    }
}
