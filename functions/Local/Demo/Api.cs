using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Campaigns.Local.Demo;

/// <summary>The engine's HTTP API, called as anybody would.</summary>
internal sealed class Api(Uri address) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Puts a document: new, or in place of the one that is there.</summary>
    /// <returns>The status: 201, 200, or 409 where what is there may no longer change.</returns>
    public async Task<HttpStatusCode> PutAsync(string path, string json, CancellationToken cancellationToken)
    {
        using var before = await http.GetAsync(path, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new StringContent(json, MediaTypeHeaderValue.Parse("application/json")) };
        if (before.IsSuccessStatusCode)
        {
            request.Headers.TryAddWithoutValidation("If-Match", before.Headers.ETag!.ToString());
        }

        using var answer = await http.SendAsync(request, cancellationToken);
        return answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.Conflict
            ? answer.StatusCode
            : throw await FaultAsync(answer, cancellationToken);
    }

    /// <summary>Posts a body and reads the answer.</summary>
    public async Task<JsonElement> PostAsync(string path, HttpContent body, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsync(path, body, cancellationToken);
        return answer.IsSuccessStatusCode ? await ReadAsync(answer, cancellationToken) : throw await FaultAsync(answer, cancellationToken);
    }

    /// <summary>Gets a document.</summary>
    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(path, cancellationToken);
        return answer.IsSuccessStatusCode ? await ReadAsync(answer, cancellationToken) : throw await FaultAsync(answer, cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    private static async Task<DemoException> FaultAsync(HttpResponseMessage answer, CancellationToken cancellationToken) =>
        new($"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
}
