using Campaigns.Tests.Support;

namespace Campaigns.Tests.Http.OpenApi;

/// <summary>The calls of a walk over the API: each must get the status that its caller expects.</summary>
internal sealed class WalkCalls(TestEngine engine)
{
    public const string Campaign = "/api/campaigns/give-blood";

    private readonly RouteCaller caller = new(engine);

    public ExampleBodies Examples { get; } = new();

    public IReadOnlyList<Exchange> Exchanges => caller.Exchanges;

    public async Task GetAsync(int status, params string[] parts)
    {
        foreach (var part in parts)
        {
            await AskAsync(status, "GET", Campaign + part);
        }
    }

    public Task<Answer> SendAsync(int status, string method, string path, string operation, string example, params string[] headers)
    {
        var (mediaType, body) = Examples.Take(operation, example);
        return AskAsync(status, method, path, body, mediaType, headers);
    }

    public Task<Answer> AskAsync(int status, string method, string path, string? body = null, params string[] headers) => AskAsync(status, method, path, body, "application/json", headers);

    /// <summary>Asks for what the document does not promise.</summary>
    public Task<Answer> TryAsync(string method, string path, string? body, string mediaType) => caller.AskAsync(method, path, body, mediaType);

    public async Task<Answer> AskAsync(int status, string method, string path, string? body, string mediaType, string[] headers)
    {
        var answer = await caller.AskAsync(method, path, body, mediaType, headers);
        Assert.True(answer.Status == status, $"{method} {path}: {answer.Status} instead of {status}: {answer.Text}");
        return answer;
    }
}
