#nullable enable
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>Sends analyses to the Language service and puts its answers in the order of the documents.</summary>
internal sealed class LanguageService
{
    private readonly HttpPipeline pipeline;
    private readonly Uri endpoint;

    public LanguageService(Uri endpoint, HttpPipelinePolicy authentication, TextAnalyticsClientOptions options)
    {
        var parts = new HttpPipelineOptions(options) { RequestFailedDetailsParser = AnalysisErrors.Parser };
        parts.PerRetryPolicies.Add(authentication);
        pipeline = HttpPipelineBuilder.Build(parts);
        (this.endpoint, Options) = (new Uri(endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')), options);
    }

    public TextAnalyticsClientOptions Options { get; }

    /// <summary>Analyses one document; that it could not be analysed is thrown.</summary>
    public async Task<Response<TValue>> OneAsync<TValue, TResult, TCollection>(
        Analysis<TValue, TResult, TCollection> analysis, IReadOnlyList<Document> documents, TextAnalyticsRequestOptions? options, bool async, CancellationToken cancellationToken)
    {
        var response = await SendAsync(analysis.Kind, documents, options, statistics: null, async, cancellationToken).ConfigureAwait(false);
        using var body = JsonDocument.Parse(response.Content.ToMemory());
        var results = body.RootElement.GetProperty("results");
        return results.Each("documents").FirstOrDefault() is { ValueKind: JsonValueKind.Object } document && !results.Each("errors").Any()
            ? Response.FromValue(analysis.Read(document), response)
            : throw new RequestFailedException(response, null, AnalysisErrors.Parser);
    }

    /// <summary>Analyses many documents; each has its own result or error.</summary>
    public async Task<Response<TCollection>> BatchAsync<TValue, TResult, TCollection>(
        Analysis<TValue, TResult, TCollection> analysis, IReadOnlyList<Document> documents, TextAnalyticsRequestOptions? options, bool async, CancellationToken cancellationToken)
        where TResult : TextAnalyticsResult
    {
        var response = await SendAsync(analysis.Kind, documents, options, options?.IncludeStatistics ?? false, async, cancellationToken).ConfigureAwait(false);
        using var body = JsonDocument.Parse(response.Content.ToMemory());
        var results = body.RootElement.GetProperty("results");
        var places = new Dictionary<string, int>(documents.Count);
        foreach (var document in documents)
        {
            places[document.Id] = places.Count;
        }

        List<TResult> list =
        [
            .. results.Each("errors").Select(error => analysis.Failed(error.Text("id")!, error.GetProperty("error").Error())),
            .. results.Each("documents").Select(document => analysis.Answered(document.Text("id")!, Statistics(document), analysis.Read(document))),
        ];
        list = [.. list.OrderBy(result => places[result.Id])];
        return Response.FromValue(analysis.Collected(list, BatchStatistics(results), results.Text("modelVersion")), response);
    }

    private static TextDocumentStatistics Statistics(JsonElement document) => document.TryGetProperty("statistics", out var statistics)
        ? new() { CharacterCount = statistics.Whole("charactersCount"), TransactionCount = statistics.Whole("transactionsCount") }
        : default;

    private static TextDocumentBatchStatistics? BatchStatistics(JsonElement results) => results.TryGetProperty("statistics", out var statistics)
        ? new()
        {
            DocumentCount = statistics.Whole("documentsCount"),
            ValidDocumentCount = statistics.Whole("validDocumentsCount"),
            InvalidDocumentCount = statistics.Whole("erroneousDocumentsCount"),
            TransactionCount = statistics.GetProperty("transactionsCount").GetInt64(),
        }
        : null;

    private async Task<Response> SendAsync(
        string kind, IReadOnlyList<Document> documents, TextAnalyticsRequestOptions? options, bool? statistics, bool async, CancellationToken cancellationToken)
    {
        using var message = pipeline.CreateMessage();
        var request = message.Request;
        request.Method = RequestMethod.Post;
        request.Uri.Reset(endpoint);
        request.Uri.AppendPath("/language/:analyze-text", escape: false);
        request.Uri.AppendQuery("api-version", Options.Version);
        if (statistics is { } show)
        {
            request.Uri.AppendQuery("showStats", show ? "true" : "false");
        }

        request.Headers.Add(HttpHeader.Names.Accept, "application/json");
        request.Headers.Add(HttpHeader.Names.ContentType, "application/json");
        request.Content = RequestContent.Create(AnalysisRequest.Body(kind, documents, options));
        if (async)
        {
            await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            pipeline.Send(message, cancellationToken);
        }

        return message.Response.Status == 200 ? message.Response : throw new RequestFailedException(message.Response);
    }
}
