using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Campaigns.Http;
using Campaigns.Http.OpenApi;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Tests.Http.OpenApi;

public class OpenApiDocumentTests
{
    private static readonly JsonElement Document = JsonDocument.Parse(OpenApiDocument.Json).RootElement;

    private static readonly (string Route, JsonElement Operation)[] Operations =
    [
        .. from path in Document.GetProperty("paths").EnumerateObject()
           from method in path.Value.EnumerateObject()
           where method.Name != "parameters"
           select ($"{method.Name} {path.Name}", method.Value),
    ];

    private static IEnumerable<(string Route, RolesAttribute Roles)> Functions =>
        from type in typeof(CampaignServices).Assembly.GetExportedTypes()
        from method in type.GetMethods()
        from trigger in method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
        from name in trigger.Methods!
        where name != "options"
        select ($"{name} /{Regex.Replace(trigger.Route!, @":[^/]*\}", "}")}", method.GetCustomAttribute<RolesAttribute>()!);

    [Fact]
    public void Every_route_and_method_of_the_functions_is_described_and_nothing_else() =>
        Assert.Equal(Functions.Select(function => function.Route).Order(StringComparer.Ordinal), Operations.Select(operation => operation.Route).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_GET_answers_HEAD() => Assert.Equal(
        Functions.Where(function => function.Route.StartsWith("get ", StringComparison.Ordinal)).Select(function => function.Route["get ".Length..]).Order(StringComparer.Ordinal),
        Functions.Where(function => function.Route.StartsWith("head ", StringComparison.Ordinal)).Select(function => function.Route["head ".Length..]).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_says_who_may_call_it() => Assert.All(Functions, function =>
    {
        var operation = Operations.Single(operation => operation.Route == function.Route).Operation;
        var roles = function.Roles.Roles.Where(role => role != Role.Anyone).Select(role => role.ToString().ToLowerInvariant()).ToArray();
        Assert.Equal(roles, operation.GetProperty("x-roles").EnumerateArray().Select(role => role.GetString()!));
        Assert.Equal(roles.Length == 0 && !function.Roles.IsSigned, operation.TryGetProperty("security", out var security) && security.GetArrayLength() == 0);
        Assert.Equal(function.Roles.KeyInQuery && function.Route.StartsWith("get ", StringComparison.Ordinal), security.ValueKind == JsonValueKind.Array && security.EnumerateArray().Any(way => way.TryGetProperty("keyInQuery", out _)));
        Assert.Equal(roles.Length > 0 || function.Roles.IsSigned, operation.GetProperty("responses").TryGetProperty("401", out _));
    });

    [Fact]
    public void Each_has_a_name_of_its_own_a_tag_and_a_sentence()
    {
        var tags = Document.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString()).ToHashSet();
        Assert.Equal(Operations.Length, Operations.Select(operation => operation.Operation.GetProperty("operationId").GetString()).Distinct().Count());
        Assert.All(Operations, operation =>
        {
            Assert.Contains(Assert.Single(operation.Operation.GetProperty("tags").EnumerateArray()).GetString(), tags);
            Assert.EndsWith(".", operation.Operation.GetProperty("summary").GetString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void What_stands_among_the_components_is_used()
    {
        var text = Document.GetRawText();
        Assert.All(
            from kind in new[] { "schemas", "parameters", "responses", "headers" }
            from component in Document.GetProperty("components").GetProperty(kind).EnumerateObject()
            select $"\"#/components/{kind}/{component.Name}\"",
            reference => Assert.Contains(reference, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_body_has_an_example_in_each_of_its_formats() => Assert.All(
        Operations.Where(operation => operation.Operation.TryGetProperty("requestBody", out _)),
        operation => Assert.All(
            operation.Operation.GetProperty("requestBody").GetProperty("content").EnumerateObject(),
            format => Assert.NotEmpty(format.Value.GetProperty("examples").EnumerateObject())));

    [Fact]
    public void An_answer_has_an_example_in_each_of_its_formats() => Assert.All(
        from operation in Operations
        from response in operation.Operation.GetProperty("responses").EnumerateObject()
        where response.Value.TryGetProperty("content", out _)
        from format in response.Value.GetProperty("content").EnumerateObject()
        select (At: $"{operation.Route} {response.Name} {format.Name}", format.Value),
        content => Assert.True(content.Value.TryGetProperty("example", out _) || Named(content.Value.GetProperty("schema")).TryGetProperty("examples", out _), content.At));

    private static JsonElement Named(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var name) ? Document.GetProperty("components").GetProperty("schemas").GetProperty(name.GetString()!.Split('/')[^1]) : schema;
}
