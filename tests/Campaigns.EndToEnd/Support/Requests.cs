using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Campaigns.EndToEnd.Support;

/// <summary>What an HTTP answer said.</summary>
internal sealed record Answer(HttpStatusCode Status, string? ETag, string? MediaType, string Text)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;
}

/// <summary>Calls to the engine, as any client makes them.</summary>
internal static class Requests
{
    public const string Ndjson = "application/x-ndjson";

    public static Task<Answer> GetAsync(this EngineProcess engine, string path) => engine.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public static Task<Answer> PutAsync(this EngineProcess engine, string path, string json) =>
        engine.SendAsync(new HttpRequestMessage(HttpMethod.Put, path) { Content = Body(json, "application/json") });

    public static Task<Answer> PostAsync(this EngineProcess engine, string path, string body, string mediaType = "application/json") =>
        engine.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = Body(body, mediaType) });

    /// <summary>Posts a file as it is.</summary>
    public static async Task<Answer> PostFileAsync(this EngineProcess engine, string path, string file, string mediaType)
    {
        await using var stream = File.OpenRead(file);
        var content = new StreamContent(stream);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        return await engine.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content });
    }

    /// <summary>Puts a campaign that must be new.</summary>
    public static async Task CreateAsync(this EngineProcess engine, string path, string json)
    {
        var answer = await engine.PutAsync(path, json);
        Assert.True(answer.Status == HttpStatusCode.Created, $"PUT {path}: {(int)answer.Status} {answer.Text}");
    }

    public static async Task<Answer> SendAsync(this EngineProcess engine, HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await engine.Http.SendAsync(request);
            return new Answer(answer.StatusCode, answer.Headers.ETag?.ToString(), answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync());
        }
    }

    private static StringContent Body(string text, string mediaType) => new(text, Encoding.UTF8, MediaTypeHeaderValue.Parse(mediaType));
}
