using System.Globalization;
using System.Text.Json;
using Campaigns.Benchmarks.Cost;
using Campaigns.Planning;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Infra;

/// <summary>What the table of costs goes by is what the templates, the settings and the measurements say.</summary>
public sealed class CostTests : IDisposable
{
    /// <summary>Set to 1, the test writes the table of docs/operations.md anew instead of comparing it.</summary>
    private const string Renew = "CAMPAIGNS_RENEW_COSTS";

    private const int Days = 30;

    private static readonly string Page = Path.Combine(RepositoryRoot.Path, "docs", "operations.md");

    private readonly JsonDocument prices = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.Benchmarks", "Cost", "prices.json")));

    public void Dispose() => prices.Dispose();

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task What_is_paid_for_is_what_the_parameter_file_lays_down(string name)
    {
        var foretold = await BicepCompiler.ForetellAsync(BicepReader.Texts, $"{name}.bicepparam");
        var scale = foretold.Properties("Microsoft.Web/sites").GetProperty("functionAppConfig").GetProperty("scaleAndConcurrency");
        var recoverable = foretold.Properties("Microsoft.Web/sites/config", "/appsettings").GetProperty("Backup__RecoverableDays").GetString()!;
        Assert.Equal(
            new Deployment(
                name,
                scale.GetProperty("alwaysReady").EnumerateArray().Sum(kept => kept.GetProperty("instanceCount").GetInt32()),
                foretold.Of("Microsoft.Network/privateEndpoints").Count,
                foretold.Of("Microsoft.Network/privateDnsZones").Count,
                Assert.Single(foretold.Of("Microsoft.Storage/storageAccounts")).GetProperty("sku").GetProperty("name").GetString()!,
                new BackupOptions().RetentionDays + int.Parse(recoverable, CultureInfo.InvariantCulture),
                foretold.Properties("Microsoft.OperationalInsights/workspaces").GetProperty("retentionInDays").GetInt32(),
                foretold.Of("Microsoft.CognitiveServices/accounts").Count > 0),
            Known.Deployments.Single(deployment => deployment.Name == name));
        Assert.Equal(foretold.Of("Microsoft.Insights/scheduledQueryRules").Count, Known.Use("alertRules"));
        Assert.Equal(scale.GetProperty("instanceMemoryMB").GetInt32(), Known.Use("gigabytesPerInstance") * 1024);
    }

    [Fact]
    public async Task Every_way_of_copying_that_the_templates_allow_has_a_price()
    {
        var allowed = (await Template.ReadAsync()).Main.Find("parameter", "storageRedundancy")!.Decorators.Single(decorator => decorator.Value == "allowed").Parts.Single().Items;
        Assert.Equal(6, allowed.Count);
        Assert.All(allowed, name => Assert.InRange(Known.Price(name.Value!), 1, 4));
    }

    [Fact]
    public void Timers_run_as_often_as_their_schedules_say()
    {
        var schedules = LocalSettings.Read().Where(setting => setting.Key.EndsWith("Schedule", StringComparison.Ordinal)).Select(setting => setting.Value!.Split(' ')).ToList();
        Assert.Equal(EngineNeeds.Read().Timers.Count, schedules.Count);
        Assert.All(schedules, fields => Assert.Equal(["*", "*", "*"], fields[3..]));
        Assert.Equal(Days * schedules.Sum(fields => Times(fields[0], 60) * Times(fields[1], 60) * Times(fields[2], 24)), Known.Use("timerRunsPerMonth"));
    }

    [Fact]
    public void The_host_locks_its_timers_and_looks_into_its_queues_as_often_as_its_settings_say()
    {
        const int Seconds = Days * 24 * 60 * 60;
        var needs = EngineNeeds.Read();
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "host.json")));
        var pause = TimeSpan.Parse(host.RootElement.GetProperty("extensions").GetProperty("queues").GetProperty("maxPollingInterval").GetString()!, CultureInfo.InvariantCulture);
        Assert.Equal((needs.Timers.Count + 1) * Seconds / 30, Known.Use("leaseRenewalsPerMonth"));
        Assert.Equal(needs.BoundQueues.Count * Seconds / pause.TotalSeconds, Known.Use("queuePollsPerMonth"));
        Assert.Equal(Days + ListeningFieldsReader.DefaultRetentionDays, Known.Use("daysKept"));
    }

    [Fact]
    public void A_mention_takes_as_many_transactions_as_the_README_says_were_measured()
    {
        var measured = File.ReadLines(Path.Combine(RepositoryRoot.Path, "README.md")).Single(line => line.StartsWith("| storage transactions per mention |", StringComparison.Ordinal))
            .Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var used = prices.RootElement.GetProperty("measured").GetProperty("transactionsPerMention");
        Assert.Equal(measured[1], used.GetProperty("10000").GetRawText());
        Assert.Equal(measured[2], used.GetProperty("1000000").GetRawText());
        Assert.Equal(measured[2], used.GetProperty("100000000").GetRawText());
    }

    [Fact]
    public void The_page_has_the_table_that_the_command_prints()
    {
        var lines = File.ReadAllLines(Page).ToList();
        var at = lines.IndexOf(CostTable.Header);
        Assert.True(at > 0, "The table of costs has other columns, or is gone.");
        var written = lines.Skip(at).TakeWhile(static line => line.StartsWith('|')).ToList();
        var computed = CostTable.Of(Known.Months);
        if (Environment.GetEnvironmentVariable(Renew) == "1")
        {
            lines.RemoveRange(at, written.Count);
            lines.InsertRange(at, computed);
            File.WriteAllLines(Page, lines);
            written = [.. computed];
        }

        Assert.True(
            computed.SequenceEqual(written),
            $"What a month costs has changed. If that is meant, run this test with {Renew}=1, and read docs/operations.md again:\n{string.Join('\n', computed)}");
    }

    private CostPrices Known => new(prices.RootElement);

    /// <summary>How many of a field's values a schedule names: one, all, every so many, or a span.</summary>
    private static int Times(string field, int all) => field.Split('/', '-') switch
    {
        ["*"] => all,
        ["*", var step] => all / int.Parse(step, CultureInfo.InvariantCulture),
        [var from, var to] => int.Parse(to, CultureInfo.InvariantCulture) - int.Parse(from, CultureInfo.InvariantCulture) + 1,
        _ => 1,
    };
}
