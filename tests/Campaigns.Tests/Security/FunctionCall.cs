using System.Reflection;
using System.Text;
using System.Text.Json;
using Campaigns.Http.OpenApi;
using Campaigns.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Tests.Security;

/// <summary>Calls a function with whatever stands in its route, as no host would hand it over.</summary>
internal sealed class FunctionCall(TestEngine engine)
{
    private static readonly Dictionary<string, (string MediaType, string Body)> Examples = ReadExamples();

    private static readonly Dictionary<string, string[]> Queries = ReadQueries();

    /// <summary>An example of the body that a route takes; null where it takes none.</summary>
    public static (string MediaType, string Body)? ExampleOf(ServedRoute route) => Examples.TryGetValue($"{route.Method} {route.Path}", out var example) ? example : null;

    /// <summary>What a route's query may have, as the description of the API says.</summary>
    public static IReadOnlyList<string> QueriesOf(ServedRoute route) => Queries.TryGetValue($"{route.Method} {route.Path}", out var names) ? names : [];

    /// <summary>The parameters of a route that are its function's.</summary>
    public static IEnumerable<string> ParametersOf(ServedRoute route) =>
        route.Function.GetParameters().Where(parameter => parameter.ParameterType == typeof(string)).Select(parameter => parameter.Name!);

    /// <summary>Calls the function through the door, as a manager would.</summary>
    /// <param name="route">The route.</param>
    /// <param name="values">What stands for its parameters.</param>
    /// <param name="query">The query.</param>
    /// <param name="body">The body, its type and whether its length is told.</param>
    public Task<Answer> AskAsync(ServedRoute route, IReadOnlyDictionary<string, string> values, string query = "", (Stream Body, string MediaType, long? Length)? body = null)
    {
        var request = Call.Request(engine, route.Method, "/api/hostile" + query);
        foreach (var (name, value) in values)
        {
            request.RouteValues[name] = value;
        }

        if (body is var (stream, mediaType, length))
        {
            (request.Body, request.ContentType, request.ContentLength) = (stream, mediaType, length);
        }

        return new DoorCall(engine).AskAsync(route, request, () => Run(route, request));
    }

    /// <summary>The route's parameters with something that could be there.</summary>
    public static Dictionary<string, string> Plain(ServedRoute route) => ParametersOf(route).ToDictionary(
        name => name, name => name switch { "campaignId" => "missing-type", "date" => "2015-06-08", "set" => "Campaigns", "name" => "gpBookings", _ => "x" }, StringComparer.Ordinal);

    /// <summary>A body that can be read once.</summary>
    public static (Stream Body, string MediaType, long? Length) Body(string text, string mediaType = "application/json") => Body(Encoding.UTF8.GetBytes(text), mediaType);

    /// <summary>A body of bytes.</summary>
    public static (Stream Body, string MediaType, long? Length) Body(byte[] bytes, string mediaType = "application/json") => (new MemoryStream(bytes), mediaType, bytes.Length);

    private Task<IResult> Run(ServedRoute route, HttpRequest request) => (Task<IResult>)route.Function.Invoke(
        ActivatorUtilities.CreateInstance(engine.Services, route.Function.DeclaringType!), [.. route.Function.GetParameters().Select(parameter => Bound(parameter, request))])!;

    private static object? Bound(ParameterInfo parameter, HttpRequest request) =>
        parameter.ParameterType == typeof(HttpRequest) ? request
        : parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None
        : request.RouteValues[parameter.Name!];

    private static Dictionary<string, string[]> ReadQueries()
    {
        using var document = JsonDocument.Parse(OpenApiDocument.Json);
        var shared = document.RootElement.GetProperty("components").GetProperty("parameters");
        return (from path in document.RootElement.GetProperty("paths").EnumerateObject()
                from method in path.Value.EnumerateObject()
                where method.Value.ValueKind == JsonValueKind.Object && method.Value.TryGetProperty("parameters", out _)
                let names = from parameter in method.Value.GetProperty("parameters").EnumerateArray()
                            let whole = parameter.TryGetProperty("$ref", out var name) ? shared.GetProperty(name.GetString()!.Split('/')[^1]) : parameter
                            where whole.GetProperty("in").GetString() == "query"
                            select whole.GetProperty("name").GetString()!
                select (Route: $"{method.Name.ToUpperInvariant()} {path.Name}", Names: names.ToArray())).ToDictionary(route => route.Route, route => route.Names);
    }

    private static Dictionary<string, (string MediaType, string Body)> ReadExamples()
    {
        using var document = JsonDocument.Parse(OpenApiDocument.Json);
        var examples = from path in document.RootElement.GetProperty("paths").EnumerateObject()
                       from method in path.Value.EnumerateObject()
                       where method.Value.ValueKind == JsonValueKind.Object && method.Value.TryGetProperty("requestBody", out _)
                       let format = method.Value.GetProperty("requestBody").GetProperty("content").EnumerateObject().First()
                       let value = format.Value.GetProperty("examples").EnumerateObject().First().Value.GetProperty("value")
                       select (Route: $"{method.Name.ToUpperInvariant()} {path.Name}", Example: (format.Name, value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()));
        return examples.ToDictionary(example => example.Route, example => example.Example);
    }
}
