using Campaigns.TestSupport;
using YamlDotNet.RepresentationModel;
using static Campaigns.Tests.Infra.Workflow;

namespace Campaigns.Tests.Infra;

/// <summary>What the pipelines may do, and by whose code.</summary>
public sealed class WorkflowTests
{
    public static TheoryData<string> Workflows => [.. Directory.EnumerateFiles(Folder, "*.yml").Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Each_action_is_pinned_to_one_version(string file) => Assert.All(
        Jobs(file).SelectMany(job => Steps(job.Job)).Select(step => Text(step, "uses")).OfType<string>(),
        uses => Assert.Matches(@"^[\w-]+/[\w-]+(/[\w-]+)?@v\d+\.\d+\.\d+$", uses));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_may_nothing_and_each_job_only_what_it_needs(string file)
    {
        Assert.Empty(((YamlMappingNode)Read(file)["permissions"]).Children);
        foreach (var (name, job) in Jobs(file))
        {
            var actions = Steps(job).Select(step => Text(step, "uses") ?? "").ToList();
            var expected = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["contents"] = "read" };
            if (actions.Any(action => action.StartsWith("azure/login@", StringComparison.Ordinal)))
            {
                // A token of the run instead of a stored secret, and only behind an environment that says who may.
                expected["id-token"] = "write";
                Assert.NotNull(Text(job, "environment"));
            }

            if (Steps(job).Any(step => Text(step, "run")?.Contains("gh run list", StringComparison.Ordinal) == true))
            {
                expected["actions"] = "read";
            }

            if (actions.Any(action => action.StartsWith("github/codeql-action/", StringComparison.Ordinal)))
            {
                expected["actions"] = "read";
                expected["security-events"] = "write";
            }

            var given = ((YamlMappingNode)job["permissions"]).Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => ((YamlScalarNode)pair.Value).Value!);
            Assert.Equal(expected, new SortedDictionary<string, string>(given, StringComparer.Ordinal));
            Assert.True(Text(job, "timeout-minutes") is not null, $"{name} may run for hours.");
            Assert.Matches(@"^ubuntu-\d\d\.\d\d$", Text(job, "runs-on"));
        }
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_step_fails_where_any_part_of_a_pipe_does(string file) =>
        Assert.Equal("bash", Text((YamlMappingNode)((YamlMappingNode)Read(file)["defaults"])["run"], "shell"));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void No_workflow_reads_a_stored_secret_or_runs_what_a_stranger_wrote(string file)
    {
        Assert.DoesNotContain("secrets.", File.ReadAllText(Path.Combine(Folder, file)), StringComparison.Ordinal);
        Assert.DoesNotContain("pull_request_target", File.ReadAllText(Path.Combine(Folder, file)), StringComparison.Ordinal);
        foreach (var step in Jobs(file).SelectMany(job => Steps(job.Job)))
        {
            Assert.DoesNotContain("${{", Text(step, "run") ?? "", StringComparison.Ordinal);
            if (Text(step, "uses") is { } uses && uses.StartsWith("actions/checkout@", StringComparison.Ordinal))
            {
                Assert.Equal("false", Text((YamlMappingNode)step["with"], "persist-credentials"));
            }
        }
    }

    /// <summary>The compiler that the tests judge the templates by.</summary>
    private static string Compiler => $"az bicep install --version v{DependencyTests.Property("BicepVersion")}";

    [Fact]
    public async Task GitHub_s_own_editor_has_nothing_to_say_and_would_say_what_is_wrong()
    {
        var texts = Directory.EnumerateFiles(Folder, "*.yml").ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
        Assert.Empty(await FindingsAsync(texts));

        var findings = await FindingsAsync(new()
        {
            ["ci.yml"] = Changed("ci.yml", "needs: infra", "needs: templates").Replace("vars.WHAT_IF", "var.WHAT_IF", StringComparison.Ordinal).Replace("timeout-minutes: 45", "timeout: 45", StringComparison.Ordinal),
            ["deploy.yml"] = Changed("deploy.yml", "steps.infra.outputs.app }}", "steps.templates.outputs.app }}"),
        });
        Assert.All(
            ["Job 'what-if' depends on unknown job 'templates'", "Unrecognized named-value: 'var'", "Unexpected value 'timeout'", "Context access might be invalid: templates"],
            told => Assert.Contains(findings, finding => finding.Contains(told, StringComparison.Ordinal)));

        static Task<string[]> FindingsAsync(Dictionary<string, string> texts) => NodeScript.AskAsync<string[]>(Path.Combine("Actions", "lint.mjs"), texts);
        string Changed(string file, string from, string to)
        {
            Assert.Contains(from, texts[file], StringComparison.Ordinal);
            return texts[file].Replace(from, to, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_deployed_is_the_build_for_Azure_to_dev_first_and_to_prod_after_it()
    {
        var jobs = Jobs("deploy.yml").ToDictionary(job => job.Name, job => job.Job);
        var package = string.Join('\n', Steps(jobs["package"]).Select(step => Text(step, "run")));
        Assert.Contains("dotnet publish functions/Campaigns/Campaigns.csproj -c Release -p:FunctionsHost=azure", package, StringComparison.Ordinal);
        Assert.Contains("Campaigns.Local.Functions.Worker.dll", package, StringComparison.Ordinal);
        // Whatever starts it, nothing but main: the other jobs need this one.
        Assert.StartsWith("github.ref == 'refs/heads/main' && (", Text(jobs["package"], "if"), StringComparison.Ordinal);
        Assert.Equal(("package", "dev"), (Text(jobs["dev"], "needs"), Text(jobs["dev"], "environment")));
        Assert.Equal(("dev", "prod"), (Text(jobs["prod"], "needs"), Text(jobs["prod"], "environment")));
        foreach (var stage in new[] { "dev", "prod" })
        {
            Assert.True(File.Exists(Path.Combine(RepositoryRoot.Path, "infra", $"{Text((YamlMappingNode)jobs[stage]["env"], "STAGE")}.bicepparam")));
            var steps = string.Join('\n', Steps(jobs[stage]).Select(step => Text(step, "run")));
            // What the step hands over, the stage's parameters read.
            var given = ((YamlMappingNode)Steps(jobs[stage]).Single(step => Text(step, "id") == "infra")["env"]).Children.Select(pair => ((YamlScalarNode)pair.Key).Value!).Where(name => name != "GROUP");
            Assert.All(given, name => Assert.Contains($"readEnvironmentVariable('{name}', '')", BicepReader.Texts[$"{stage}.bicepparam"], StringComparison.Ordinal));
            Assert.Contains(Compiler, steps, StringComparison.Ordinal);
            Assert.DoesNotContain("dotnet", steps, StringComparison.Ordinal);
            Assert.Contains("--src campaigns.zip", steps, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Both_hosts_are_built_the_templates_compiled_and_a_pull_request_is_shown_what_it_would_change()
    {
        var jobs = Jobs("ci.yml").ToDictionary(job => job.Name, job => string.Join('\n', Steps(job.Job).Select(step => Text(step, "run"))));
        Assert.Contains(".ci/run", jobs["local"], StringComparison.Ordinal);
        Assert.Contains("-p:FunctionsHost=azure", jobs["azure"], StringComparison.Ordinal);
        Assert.Contains("az bicep build", jobs["infra"], StringComparison.Ordinal);
        Assert.Contains("az bicep lint", jobs["infra"], StringComparison.Ordinal);
        Assert.Contains("az deployment group what-if", jobs["what-if"], StringComparison.Ordinal);
        // Who may only look is refused by the level that checks the right to write.
        Assert.Contains("--validation-level ProviderNoRbac", jobs["what-if"], StringComparison.Ordinal);
        Assert.Contains(Compiler, jobs["infra"], StringComparison.Ordinal);
        Assert.Contains(Compiler, jobs["what-if"], StringComparison.Ordinal);
        // At every stage that is deployed to, and signed in as one that may only look there.
        var preview = Jobs("ci.yml").Single(job => job.Name == "what-if").Job;
        Assert.Equal(Jobs("deploy.yml").Select(job => Text(job.Job, "environment")).OfType<string>(), Matrix(preview, "stage"));
        Assert.Equal("what-if-${{ matrix.stage }}", Text(preview, "environment"));
        Assert.Contains("infra/$STAGE.bicepparam", jobs["what-if"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_engine_is_made_of_is_listed_and_looked_up_among_known_faults_for_both_hosts()
    {
        var jobs = Jobs("security.yml").ToDictionary(job => job.Name, job => string.Join('\n', Steps(job.Job).Select(step => Text(step, "run"))));
        Assert.Contains(".ci/sbom/make sbom.json", jobs["sbom"], StringComparison.Ordinal);
        Assert.Contains("-p:FunctionsHost=azure", jobs["sbom"], StringComparison.Ordinal);
        Assert.Contains("for host in azure local", jobs["dependencies"], StringComparison.Ordinal);
        Assert.Contains("--vulnerable --include-transitive", jobs["dependencies"], StringComparison.Ordinal);
        Assert.Contains("npm audit", jobs["dependencies"], StringComparison.Ordinal);
    }

    [Fact]
    public void Code_of_every_language_is_scanned_and_the_workflows_themselves()
    {
        var scan = Jobs("security.yml").Single(job => job.Name == "code").Job;
        Assert.Equal(["csharp", "javascript-typescript", "actions"], Matrix(scan, "language"));
        Assert.Equal("${{ matrix.language }}", Text((YamlMappingNode)Steps(scan).Single(step => Text(step, "uses")!.Contains("/init@", StringComparison.Ordinal))["with"], "languages"));
    }
}
