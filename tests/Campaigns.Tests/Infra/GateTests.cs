using Campaigns.TestSupport;
using static Campaigns.Tests.Infra.Workflow;

namespace Campaigns.Tests.Infra;

/// <summary>What must not pass does not: the steps of the pipelines run as they stand, with stand-ins for what they ask.</summary>
public sealed class GateTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Theory]
    [InlineData("exit 0", true)]
    [InlineData("case \"$*\" in *lint*modules/vault*) echo 'vault.bicep(1,1) : Warning no-unused-params: x' >&2 ;; esac", false)]
    [InlineData("case \"$*\" in *build*modules/vault*) echo 'vault.bicep(1,1) : Error BCP018: x' >&2; exit 1 ;; esac", false)]
    [InlineData("case \"$*\" in *build-params*dev*) exit 1 ;; esac", false)]
    public async Task A_template_that_the_compiler_or_its_linter_finds_fault_with_fails_the_build(string az, bool passes)
    {
        Directory.CreateSymbolicLink(Path.Combine(shell.Folder, "infra"), Path.Combine(RepositoryRoot.Path, "infra"));
        shell.Put("az", az);
        Assert.Equal(passes, (await StepAsync("ci.yml", "infra", "az bicep lint")).Code == 0);
        Assert.Contains(shell.Calls, call => call.Contains("modules/vault.bicep", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("exit 0", "exit 0", true)]
    [InlineData("case \"$*\" in *--vulnerable*) echo 'Project `Campaigns` has the following vulnerable packages' ;; esac", "exit 0", false)]
    [InlineData("case \"$*\" in *--vulnerable*) exit 1 ;; esac", "exit 0", false)]
    [InlineData("exit 0", "exit 1", false)]
    public async Task A_package_with_a_known_fault_and_an_audit_that_could_not_look_fail_the_build(string dotnet, string npm, bool passes)
    {
        foreach (var folder in new[] { "functions/Campaigns/Insight/Embedded/Data", "functions/Campaigns/Confidentiality/Words/Dictionary" })
        {
            Assert.True(Directory.Exists(Path.Combine(RepositoryRoot.Path, folder)));
            Directory.CreateDirectory(Path.Combine(shell.Folder, folder));
        }

        shell.Put("dotnet", dotnet);
        shell.Put("npm", npm);
        var codes = new[] { (await StepAsync("security.yml", "dependencies", "--vulnerable")).Code, (await StepAsync("security.yml", "dependencies", "--audit-level=high")).Code };
        Assert.Equal(passes, codes.All(code => code == 0));
    }

    [Theory]
    [InlineData("Microsoft.Azure.Functions.Worker.dll", true)]
    [InlineData("Microsoft.Azure.Functions.Worker.dll Campaigns.Local.Functions.Worker.dll", false)]
    [InlineData("Campaigns.dll", false)]
    public async Task A_package_with_the_local_host_is_not_deployed(string files, bool passes)
    {
        Directory.CreateDirectory(Path.Combine(shell.Folder, "publish"));
        foreach (var file in files.Split(' '))
        {
            File.WriteAllText(Path.Combine(shell.Folder, "publish", file), "");
        }

        Assert.Equal(passes, (await StepAsync("deploy.yml", "package", "Campaigns.Local")).Code == 0);
    }

    [Theory]
    [InlineData("echo 1", true)]
    [InlineData("echo 0", false)]
    [InlineData("exit 1", false)]
    public async Task What_has_not_passed_CI_is_not_deployed_by_hand_either(string gh, bool passes)
    {
        shell.Put("gh", gh);
        Assert.Equal(passes, (await StepAsync("deploy.yml", "package", "gh run list", ("GITHUB_REPOSITORY", "o/r"), ("COMMIT", "0a1b"))).Code == 0);
        Assert.Contains("--commit 0a1b", Assert.Single(shell.Calls), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 0", true)]
    [InlineData("exit 22", false)]
    public async Task A_stage_that_does_not_serve_is_followed_by_no_other(string curl, bool passes)
    {
        shell.Put("curl", curl);
        Assert.Equal(passes, (await StepAsync("deploy.yml", "dev", "/api/health", ("ADDRESS", "https://campaigns.example"))).Code == 0);
        var call = Assert.Single(shell.Calls);
        Assert.Contains("--fail ", call, StringComparison.Ordinal);
        Assert.EndsWith("https://campaigns.example/api/health", call, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_laid_down_where_nobody_would_be_told_of_alerts()
    {
        shell.Put("az", "echo '{ \"functionAppName\": { \"value\": \"a\" }, \"address\": { \"value\": \"b\" } }'");
        shell.Put("jq", "echo x");
        (string, string)[] given = [("STAGE", "dev"), ("GROUP", "g"), ("GITHUB_OUTPUT", Path.Combine(shell.Folder, "output"))];
        Assert.NotEqual(0, (await StepAsync("deploy.yml", "dev", "ALERT_EMAIL", [.. given, ("ALERT_EMAIL", "")])).Code);
        Assert.Empty(shell.Calls);
        Assert.Equal(0, (await StepAsync("deploy.yml", "dev", "ALERT_EMAIL", [.. given, ("ALERT_EMAIL", "duty@example.nhs.uk")])).Code);
        Assert.Contains(shell.Calls, call => call.StartsWith("az deployment group create --resource-group g ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("azure", true)]
    [InlineData("local", false)]
    [InlineData("", false)]
    public async Task Azd_packages_nothing_but_the_build_for_Azure(string host, bool passes)
    {
        var hook = Read(Path.Combine(RepositoryRoot.Path, "azure.yaml"))["services"]["campaigns"]["hooks"]["prepackage"];
        Assert.Equal(passes, (await shell.RunAsync([$"{hook["shell"]}", "-c", $"{hook["run"]}"], "", ("FunctionsHost", host))).Code == 0);
    }

    /// <summary>Runs the only step of a job whose script has a text.</summary>
    private Task<(int Code, string Said)> StepAsync(string file, string job, string with, params (string Name, string Value)[] environment) =>
        shell.StepAsync(Text(Steps(Jobs(file).Single(found => found.Name == job).Job).Single(step => Text(step, "run")?.Contains(with, StringComparison.Ordinal) == true), "run")!, environment);
}
