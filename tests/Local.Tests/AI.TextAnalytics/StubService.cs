using System.Net;
using System.Text;
using Azure.Core.Pipeline;

namespace Campaigns.Local.Tests.AI.TextAnalytics;

/// <summary>The far side of the network: answers each request with the next prepared reply and keeps what it was asked.</summary>
internal sealed class StubService(params (HttpStatusCode Status, string Body)[] replies) : HttpMessageHandler
{
    private int next;

    public List<(HttpMethod Method, Uri Uri, Dictionary<string, string> Headers, string Body)> Requests { get; } = [];

    public HttpPipelineTransport Transport => new HttpClientTransport(new HttpClient(this));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add((
            request.Method,
            request.RequestUri!,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        var (status, body) = replies[Math.Min(next++, replies.Length - 1)];
        return new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json"), RequestMessage = request };
    }
}
