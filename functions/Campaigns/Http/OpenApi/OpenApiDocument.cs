using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaigns.Http.OpenApi;

/// <summary>
/// The description of the API for programs: what each feature says of its routes in an <c>.openapi.json</c> beside them, put together, with what the functions
/// themselves know better: their names and roles, and that each GET answers HEAD.
/// </summary>
public static class OpenApiDocument
{
    /// <summary>How the names of the features' parts end.</summary>
    private const string Suffix = ".openapi.json";

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Lazy<byte[]> Whole = new(static () => Encoding.UTF8.GetBytes(Make().ToJsonString(Written)));

    /// <summary>The description as JSON.</summary>
    public static ReadOnlyMemory<byte> Json => Whole.Value;

    private static JsonObject Make()
    {
        var whole = new JsonObject();
        foreach (var part in Parts())
        {
            Merge(whole, part, "");
        }

        foreach (var function in HttpFunction.All)
        {
            if (whole["paths"]?[function.Path] is JsonObject path)
            {
                OpenApiOperation.Complete(path, function);
            }
        }

        return whole;
    }

    /// <summary>The parts: the rim's first, which says what all have in common, then the features'.</summary>
    private static IEnumerable<JsonObject> Parts()
    {
        var assembly = typeof(OpenApiDocument).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.EndsWith(Suffix, StringComparison.Ordinal));
        foreach (var name in names.OrderBy(name => name != $"Http{Suffix}").ThenBy(name => name, StringComparer.Ordinal))
        {
            using var part = assembly.GetManifestResourceStream(name)!;
            yield return JsonNode.Parse(part)!.AsObject();
        }
    }

    /// <summary>Objects are united, lists follow each other, and nothing is said twice.</summary>
    private static void Merge(JsonObject into, JsonObject part, string at)
    {
        foreach (var (name, value) in part.ToList())
        {
            switch (into[name])
            {
                case null:
                    into[name] = value?.DeepClone();
                    break;
                case JsonObject known when value is JsonObject more:
                    Merge(known, more, $"{at}/{name}");
                    break;
                case JsonArray known when value is JsonArray more:
                    foreach (var item in more)
                    {
                        known.Add(item?.DeepClone());
                    }

                    break;
                default:
                    throw new InvalidOperationException($"Two parts of the API's description say what {at}/{name} is.");
            }
        }
    }
}
