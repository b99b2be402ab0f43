using System.Reflection;
using Campaigns.Http;
using Campaigns.Http.OpenApi;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Campaigns.Tests.Http;

/// <summary>Every problem is documented under its type, and nothing else is.</summary>
public class ProblemsTests
{
    private static readonly ProblemDetails[] All =
    [
        .. typeof(Problems).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(method => ((IValueHttpResult<ProblemDetails>)method.Invoke(null, [.. method.GetParameters().Select(parameter => Some(parameter.ParameterType))])!).Value!),
    ];

    private static List<string[]> Documented { get; } =
    [
        .. File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "problems.md")).Where(line => line.StartsWith("| `urn:", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`')).ToArray()),
    ];

    [Fact]
    public void Every_type_is_documented_with_its_status_and_nothing_else_is() => Assert.Equal(
        All.Select(problem => $"{problem.Type} {problem.Status}").Distinct().Order(StringComparer.Ordinal),
        Documented.Select(row => $"{row[0]} {row[1]}").Order(StringComparer.Ordinal));

    [Fact]
    public void A_type_is_documented_by_its_title_and_with_what_to_do() => Assert.All(Documented, row =>
    {
        Assert.Contains(All, problem => problem.Type == row[0] && problem.Title == row[2]);
        Assert.True(row[3].Length > 30, row[3]);
    });

    [Fact]
    public void The_description_of_the_API_has_the_same_types()
    {
        using var document = System.Text.Json.JsonDocument.Parse(OpenApiDocument.Json);
        var described = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("Problem").GetProperty("properties").GetProperty("type").GetProperty("enum")
            .EnumerateArray().Select(type => type.GetString()!);
        Assert.Equal(All.Select(problem => problem.Type!).Distinct().Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Types_are_made_in_one_place_only() => Assert.Equal(
        ["Problems.cs"],
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "functions", "Campaigns"), "*.cs", SearchOption.AllDirectories)
            .Where(path => File.ReadAllText(path).Contains("urn:campaigns:problem", StringComparison.Ordinal)).Select(path => Path.GetFileName(path)));

    private static object Some(Type type) =>
        type == typeof(string) ? "detail" : type == typeof(long) ? 1L : type == typeof(int) ? 1 : type == typeof(Faults) ? new Faults() : new Dictionary<string, object?>();
}
