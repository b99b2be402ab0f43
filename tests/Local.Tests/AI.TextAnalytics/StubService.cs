using System.Net;
using System.Text;
using Azure.Core.Pipeline;

namespace Campaigns.Local.Tests.AI.TextAnalytics;

/// <summary>The far side of the network: answers each request with the next prepared reply and keeps what it was asked.</summary>
internal sealed class StubService(params (HttpStatusCode Status, string Body)[] replies) : HttpMessageHandler
{
    private int next;

    public List<(Uri Uri, string? Authorization)> Requests { get; } = [];

    public HttpPipelineTransport Transport => new HttpClientTransport(new HttpClient(this));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add((request.RequestUri!, request.Headers.Authorization?.ToString()));
        var (status, body) = replies[Math.Min(next++, replies.Length - 1)];
        return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json"), RequestMessage = request });
    }
}
