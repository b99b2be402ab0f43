using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Campaigns.Local.Tests.AI.TextAnalytics;

/// <summary>
/// A server that holds every request to the published contract of <c>POST /language/:analyze-text</c> (2023-04-01):
/// what it does not allow is answered with 400 and says why; the rest gets the prepared results.
/// </summary>
internal sealed class LanguageContract : IAsyncDisposable
{
    public const string Key = "0123456789abcdef";

    private static readonly Dictionary<string, string[]> Parameters = new()
    {
        ["SentimentAnalysis"] = ["loggingOptOut", "modelVersion", "opinionMining", "stringIndexType"],
        ["PiiEntityRecognition"] = ["loggingOptOut", "modelVersion", "domain", "piiCategories", "stringIndexType"],
        ["EntityRecognition"] = ["loggingOptOut", "modelVersion", "stringIndexType"],
        ["KeyPhraseExtraction"] = ["loggingOptOut", "modelVersion"],
        ["LanguageDetection"] = ["loggingOptOut", "modelVersion"],
    };

    private readonly WebApplication server;

    private LanguageContract(WebApplication server) => this.server = server;

    public Uri Endpoint => new(server.Urls.Single());

    public List<(string Query, JsonObject Body)> Requests { get; } = [];

    /// <param name="results">The <c>results</c> part of each answer, as JSON.</param>
    public static async Task<LanguageContract> StartAsync(string results)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var contract = new LanguageContract(builder.Build());
        contract.server.MapPost("/language/:analyze-text", async (HttpRequest request) =>
        {
            if (request.Headers["Ocp-Apim-Subscription-Key"] != Key)
            {
                return Refuse(401, "Unauthorized", null, "Access denied due to invalid subscription key.");
            }

            var body = (await JsonNode.ParseAsync(request.Body))!.AsObject();
            contract.Requests.Add((request.QueryString.Value!, body));
            return Faults(request, body).FirstOrDefault() is { } fault
                ? Refuse(400, "InvalidRequest", "InvalidParameterValue", fault)
                : Results.Text($$"""{"kind":"{{body["kind"]}}Results","results":{{results}}}""", "application/json");
        });
        await contract.server.StartAsync();
        return contract;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static IEnumerable<string> Faults(HttpRequest request, JsonObject body)
    {
        if (request.ContentType != "application/json")
        {
            yield return $"content type {request.ContentType}";
        }

        if (request.Query["api-version"] != "2023-04-01" || request.Query.Keys.Any(key => key is not ("api-version" or "showStats")))
        {
            yield return $"query {request.QueryString}";
        }

        if (Unknown(body, "kind", "parameters", "analysisInput") is { } member)
        {
            yield return $"member {member}";
        }

        if (!Parameters.TryGetValue($"{body["kind"]}", out var allowed) || Unknown(body["parameters"]?.AsObject(), allowed) is not null)
        {
            yield return $"kind {body["kind"]} with {body["parameters"]}";
        }

        var documents = body["analysisInput"]?["documents"]?.AsArray() ?? [];
        if (documents.Count is 0 or > 10 || documents.Select(document => $"{document!["id"]}").Distinct().Count() < documents.Count)
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

    private static IResult Refuse(int status, string code, string? inner, string message) => Results.Json(
        new { error = new { code, message = "The request was refused.", innererror = inner is null ? null : new { code = inner, message } } },
        new JsonSerializerOptions(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull },
        statusCode: status);
}
