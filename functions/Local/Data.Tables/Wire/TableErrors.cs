#nullable enable
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>Reads why the service refused: <c>{"odata.error":{"code":"…","message":{"lang":"en-US","value":"…"}}}</c>.</summary>
internal sealed class TableErrors : RequestFailedDetailsParser
{
    public static TableErrors Parser { get; } = new();

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
            if (!body.RootElement.TryGetProperty("odata.error", out var reason))
            {
                return false;
            }

            var message = reason.TryGetProperty("message", out var said) && said.TryGetProperty("value", out var value) ? value.GetString() : null;
            error = new ResponseError(reason.TryGetProperty("code", out var code) ? code.GetString() : null, message);
            data = new Dictionary<string, string>();
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A proxy's page or an empty body: the status and the headers then say it alone.
            return false;
        }
    }
}
