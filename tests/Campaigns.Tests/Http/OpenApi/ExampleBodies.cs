using System.Text.Json;
using Campaigns.Http.OpenApi;

namespace Campaigns.Tests.Http.OpenApi;

/// <summary>The examples of bodies that the API's description gives, and which of them were sent.</summary>
internal sealed class ExampleBodies
{
    private readonly Dictionary<string, (string MediaType, string Body)> left = [];

    public ExampleBodies()
    {
        using var document = JsonDocument.Parse(OpenApiDocument.Json);
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (var method in path.Value.EnumerateObject().Where(method => method.Value.ValueKind == JsonValueKind.Object && method.Value.TryGetProperty("requestBody", out _)))
            {
                foreach (var format in method.Value.GetProperty("requestBody").GetProperty("content").EnumerateObject())
                {
                    foreach (var example in format.Value.GetProperty("examples").EnumerateObject())
                    {
                        var value = example.Value.GetProperty("value");
                        left.Add($"{method.Value.GetProperty("operationId").GetString()} {example.Name}", (format.Name, value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()));
                    }
                }
            }
        }
    }

    /// <summary>Those that nobody sent.</summary>
    public IEnumerable<string> Left => left.Keys;

    /// <summary>Takes an example to send it.</summary>
    public (string MediaType, string Body) Take(string operation, string name) => left.Remove($"{operation} {name}", out var example) ? example : throw new KeyNotFoundException($"{operation} has no example {name}, or it was sent.");
}
