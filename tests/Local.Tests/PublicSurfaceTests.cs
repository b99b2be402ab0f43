using System.Diagnostics;
using System.Reflection;
using Azure.AI.TextAnalytics;
using Campaigns.TestSupport;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Local.Tests;

/// <summary>What lets the same source compile against the official packages: functions/Local declares nothing that they do not.</summary>
public class PublicSurfaceTests
{
    private static readonly string Lists = RepositoryRoot.Shared("reference/official-api");
    private static readonly string Tool = RepositoryRoot.Shared("tools/ApiSurface.cs");

    [Theory]
    [InlineData(typeof(FunctionAttribute), "Microsoft.Azure.Functions.Worker*.txt")]
    [InlineData(typeof(TextAnalyticsClient), "Azure.AI.TextAnalytics.txt")]
    public async Task All_that_a_local_assembly_shows_is_official(Type member, string lists)
    {
        var surface = await SurfaceOf(member.Assembly);

        Assert.Contains(surface, line => line.Contains($" {member.FullName}", StringComparison.Ordinal));
        AssertOfficial(surface, Official(lists));
    }

    [Theory]
    [InlineData("member Azure.AI.TextAnalytics.TextAnalyticsClient.Invented() : Void")]
    [InlineData("member virtual Azure.AI.TextAnalytics.TextAnalyticsClient.AnalyzeSentiment(String document, String language, System.Threading.CancellationToken cancellationToken) : Azure.Response")]
    [InlineData("field Azure.AI.TextAnalytics.TextSentiment.Positive : Azure.AI.TextAnalytics.TextSentiment = 7")]
    [InlineData("type class Azure.AI.TextAnalytics.TextDocumentInput : System.Object")]
    public void A_line_that_is_not_official_is_named(string invented)
    {
        var official = Official("Azure.AI.TextAnalytics.txt");

        var failure = Assert.ThrowsAny<Exception>(() => AssertOfficial([.. official, invented], official));

        Assert.Contains(invented, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assembly_that_is_no_stand_in_is_found_out()
    {
        var surface = await SurfaceOf(typeof(PublicSurfaceTests).Assembly);

        var failure = Assert.ThrowsAny<Exception>(() => AssertOfficial(surface, Official("*.txt")));

        Assert.Contains(nameof(PublicSurfaceTests), failure.Message, StringComparison.Ordinal);
    }

    /// <summary>The sources of this official package carry no nullable annotations: a stand-in with any would warn where they do not.</summary>
    [Fact]
    public void Nothing_shown_says_whether_it_may_be_null()
    {
        var nullability = new NullabilityInfoContext();
        var annotated =
            from type in typeof(TextAnalyticsClient).Assembly.GetExportedTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            from parameter in method.GetParameters().Append(method.ReturnParameter)
            where !parameter.ParameterType.IsValueType && !parameter.ParameterType.IsGenericParameter && !parameter.ParameterType.IsByRef
            where nullability.Create(parameter).ReadState != NullabilityState.Unknown
            select $"{type.Name}.{method.Name}({parameter})";

        Assert.Empty(annotated);
    }

    private static void AssertOfficial(IEnumerable<string> surface, HashSet<string> official)
    {
        var unofficial = surface.Where(line => !official.Contains(line)).ToList();
        Assert.True(unofficial.Count == 0, $"Not in the official packages:\n{string.Join('\n', unofficial)}");
    }

    private static HashSet<string> Official(string lists)
    {
        Assert.SkipUnless(Directory.Exists(Lists), $"The official lists are not at hand: {Lists}.");
        return [.. Directory.EnumerateFiles(Lists, lists).SelectMany(File.ReadLines)];
    }

    /// <summary>Runs the tool that printed the official lists.</summary>
    private static async Task<List<string>> SurfaceOf(Assembly assembly)
    {
        Assert.SkipUnless(File.Exists(Tool), $"The tool that prints a surface is not at hand: {Tool}.");
        // In an empty folder: dotnet run takes a project that it finds for the one to run.
        var folder = Directory.CreateTempSubdirectory("campaigns-surface-");
        try
        {
            var start = new ProcessStartInfo("dotnet", ["run", "--file", Tool, "--", assembly.Location])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            // The test runner's own build settings are not for this build.
            foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            {
                start.Environment.Remove(name);
            }

            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, $"The surface of {assembly.GetName().Name} was not printed:\n{output}\n{await errors}");
            return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
