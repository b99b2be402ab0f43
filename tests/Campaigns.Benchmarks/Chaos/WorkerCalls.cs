using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Campaigns.EndToEnd.Support;

namespace Campaigns.Benchmarks.Chaos;

/// <summary>Calls workers that are not being killed just then.</summary>
internal static class WorkerCalls
{
    /// <summary>Sends a request.</summary>
    /// <exception cref="BenchmarkException">It was answered otherwise than expected.</exception>
    public static async Task<JsonElement> AskAsync(this EngineProcess engine, HttpMethod method, string path, byte[]? body, string mediaType, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };
        using var answer = await engine.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == expected ? JsonDocument.Parse(text).RootElement : throw new BenchmarkException($"{method} {path} answered {(int)answer.StatusCode}: {text}");
    }
}
