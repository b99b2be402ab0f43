using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Campaigns.EndToEnd.Support;

namespace Campaigns.Benchmarks.Wire;

/// <summary>Calls an engine, and keeps how long each call took and every answer that should not be.</summary>
/// <param name="engine">The engine.</param>
/// <param name="own">The keys of whoever brings none of their own.</param>
internal sealed class TimedCalls(EngineProcess engine, RoleKeys own)
{
    private const int MostKept = 20;

    private readonly ConcurrentDictionary<string, ConcurrentQueue<double>> times = new();
    private readonly ConcurrentQueue<string> faults = new();
    private long requests;
    private long errors;

    public long Requests => Interlocked.Read(ref requests);

    public long Errors => Interlocked.Read(ref errors);

    /// <summary>The first errors, as sentences.</summary>
    public IReadOnlyList<string> Faults => [.. faults];

    /// <summary>How many milliseconds the calls of each kind took.</summary>
    public IReadOnlyDictionary<string, double[]> Times => times.OrderBy(static kind => kind.Key, StringComparer.Ordinal).ToDictionary(static kind => kind.Key, static kind => kind.Value.Order().ToArray());

    /// <summary>Calls.</summary>
    /// <param name="kind">What the call is counted under.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The address.</param>
    /// <param name="body">The body, or null.</param>
    /// <param name="mediaType">Its type.</param>
    /// <param name="ifMatch">The entity tag that a change is of, or null.</param>
    /// <param name="keys">The keys of who calls.</param>
    /// <param name="headers">Further headers.</param>
    /// <returns>What was answered, and its entity tag; null where it was no success.</returns>
    public async Task<(string Text, string? ETag)?> SendAsync(
        string kind, HttpMethod method, string path, byte[]? body = null, string mediaType = "application/json", string? ifMatch = null, RoleKeys? keys = null, IReadOnlyList<(string Name, string Value)>? headers = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        if ((keys ?? own).For(method, path) is { } key)
        {
            request.Headers.Add("x-functions-key", key);
        }

        foreach (var (name, value) in headers ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var clock = Stopwatch.StartNew();
        try
        {
            using var answer = await engine.Http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            times.GetOrAdd(kind, static _ => new()).Enqueue(clock.Elapsed.TotalMilliseconds);
            Interlocked.Increment(ref requests);
            if (answer.IsSuccessStatusCode)
            {
                return (text, answer.Headers.ETag?.ToString());
            }

            Fail($"{method} {path} answered {(int)answer.StatusCode}: {text[..Math.Min(text.Length, 300)]}");
        }
        catch (Exception broken) when (broken is HttpRequestException or TaskCanceledException or IOException)
        {
            Fail($"{method} {path}: {broken.GetType().Name} {broken.Message}");
        }

        return null;
    }

    /// <summary>Sends a text.</summary>
    public Task<(string Text, string? ETag)?> SendAsync(string kind, HttpMethod method, string path, string json, string? ifMatch = null, RoleKeys? keys = null) =>
        SendAsync(kind, method, path, Encoding.UTF8.GetBytes(json), ifMatch: ifMatch, keys: keys);

    private void Fail(string fault)
    {
        Interlocked.Increment(ref errors);
        if (faults.Count < MostKept)
        {
            faults.Enqueue(fault);
        }
    }
}
