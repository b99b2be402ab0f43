#nullable enable
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Core;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>Reads why the service refused a request, or the only document of one that it accepted.</summary>
internal sealed class AnalysisErrors : RequestFailedDetailsParser
{
    public static AnalysisErrors Parser { get; } = new();

    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, [NotNullWhen(true)] out IDictionary<string, string>? data)
    {
        (error, data) = (null, null);
        if (response.ContentStream is not { CanSeek: true, Length: > 0 })
        {
            return false;
        }

        try
        {
            using var body = JsonDocument.Parse(response.Content.ToMemory());
            if (Reason(body.RootElement) is not { } reason)
            {
                return false;
            }

            error = new ResponseError(reason.ErrorCode.ToString(), reason.Message);
            data = new Dictionary<string, string>();
            if (reason.Target is not null)
            {
                data["Target"] = reason.Target;
            }

            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A proxy's page or an empty body: the status and the headers then say it alone.
            return false;
        }
    }

    private static TextAnalyticsError? Reason(JsonElement root)
    {
        if (root.TryGetProperty("error", out var refusal))
        {
            return refusal.Error();
        }

        return root.TryGetProperty("results", out var results) && results.Each("errors").FirstOrDefault() is { ValueKind: JsonValueKind.Object } first
            ? first.GetProperty("error").Error()
            : null;
    }
}
