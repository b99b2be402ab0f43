using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Campaigns.TestSupport;

/// <summary>
/// A server that holds every request to the published contract of <c>POST /language/:analyze-text</c> (2023-04-01) and to the service's
/// published limits: what they do not allow is answered with 400 and says why; the rest gets its results.
/// </summary>
internal sealed class LanguageContract : IAsyncDisposable
{
    public const string Key = "0123456789abcdef";

    private static readonly Dictionary<string, (int Most, string[] Parameters)> Kinds = new()
    {
        ["SentimentAnalysis"] = (10, ["loggingOptOut", "modelVersion", "opinionMining", "stringIndexType"]),
        ["PiiEntityRecognition"] = (5, ["loggingOptOut", "modelVersion", "domain", "piiCategories", "stringIndexType"]),
        ["EntityRecognition"] = (5, ["loggingOptOut", "modelVersion", "stringIndexType"]),
        ["KeyPhraseExtraction"] = (10, ["loggingOptOut", "modelVersion"]),
        ["LanguageDetection"] = (1000, ["loggingOptOut", "modelVersion"]),
    };

    private readonly ConcurrentQueue<(string Query, JsonObject Body)> requests = new();
    private readonly WebApplication server;

    private LanguageContract(WebApplication server) => this.server = server;

    public Uri Endpoint => new(server.Urls.Single());

    public IReadOnlyList<(string Query, JsonObject Body)> Requests => [.. requests];

    /// <summary>The key that is accepted: another one revokes it.</summary>
    public string AcceptedKey { get; set; } = Key;

    /// <summary>What is answered instead; null where the service is as it should be.</summary>
    public Func<JsonObject, HttpContext, Task<IResult?>> Instead { get; set; } = (_, _) => Task.FromResult<IResult?>(null);

    /// <summary>Starts a server that gives prepared results.</summary>
    /// <param name="results">The <c>results</c> part of each answer, as JSON.</param>
    public static Task<LanguageContract> StartAsync(string results) => StartAsync(_ => results);

    /// <summary>Starts a server.</summary>
    /// <param name="results">Makes the <c>results</c> part of the answer to a request.</param>
    public static async Task<LanguageContract> StartAsync(Func<JsonObject, string> results)
    {
        var contract = new LanguageContract(LoopbackSite.Build());
        contract.server.MapPost("/language/:analyze-text", (HttpRequest request) => contract.AnswerAsync(request.HttpContext, results));
        await contract.server.StartAsync();
        return contract;
    }

    /// <summary>The texts of every request of a kind.</summary>
    public IEnumerable<string> TextsOf(string kind) => Of(kind).SelectMany(request => request["analysisInput"]!["documents"]!.AsArray().Select(document => (string)document!["text"]!));

    /// <summary>Every request of a kind.</summary>
    public IEnumerable<JsonObject> Of(string kind) => Requests.Select(request => request.Body).Where(body => (string?)body["kind"] == kind);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    /// <summary>A refusal as the service words it.</summary>
    public static IResult Refuse(int status, string code, string? inner, string message) => TypedResults.Json(
        new { error = new { code, message = "The request was refused.", innererror = inner is null ? null : new { code = inner, message } } },
        new JsonSerializerOptions(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull },
        statusCode: status);

    private async Task<IResult> AnswerAsync(HttpContext context, Func<JsonObject, string> results)
    {
        if (context.Request.Headers["Ocp-Apim-Subscription-Key"] != AcceptedKey)
        {
            return Refuse(401, "Unauthorized", null, "Access denied due to invalid subscription key.");
        }

        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        requests.Enqueue((context.Request.QueryString.Value!, body));
        if (Faults(context.Request, body).FirstOrDefault() is { } fault)
        {
            return Refuse(400, "InvalidRequest", "InvalidParameterValue", fault);
        }

        return await Instead(body, context) ?? TypedResults.Text($$"""{"kind":"{{body["kind"]}}Results","results":{{results(body)}}}""", "application/json");
    }

    private static IEnumerable<string> Faults(HttpRequest request, JsonObject body)
    {
        if (request.ContentType != "application/json" || request.ContentLength > 1_048_576)
        {
            yield return $"content type {request.ContentType} of {request.ContentLength} bytes";
        }

        if (request.Query["api-version"] != "2023-04-01" || request.Query.Keys.Any(key => key is not ("api-version" or "showStats")))
        {
            yield return $"query {request.QueryString}";
        }

        if (Unknown(body, "kind", "parameters", "analysisInput") is { } member)
        {
            yield return $"member {member}";
        }

        if (!Kinds.TryGetValue($"{body["kind"]}", out var kind) || Unknown(body["parameters"]?.AsObject(), kind.Parameters) is not null)
        {
            yield return $"kind {body["kind"]} with {body["parameters"]}";
        }

        var documents = body["analysisInput"]?["documents"]?.AsArray() ?? [];
        if (documents.Count == 0 || documents.Count > kind.Most || documents.Select(document => $"{document!["id"]}").Distinct().Count() < documents.Count)
        {
            yield return $"{documents.Count} documents";
        }

        var hint = $"{body["kind"]}" == "LanguageDetection" ? "countryHint" : "language";
        foreach (var odd in documents.Where(document => document!["text"] is null || Unknown(document.AsObject(), "id", "text", hint) is not null))
        {
            yield return $"document {odd}";
        }
    }

    private static string? Unknown(JsonObject? members, params string[] allowed) => members?.Select(member => member.Key).FirstOrDefault(name => !allowed.Contains(name));
}
