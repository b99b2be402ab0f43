using Azure.Core;
using Azure.Core.Pipeline;

namespace Campaigns.Benchmarks.Counting;

/// <summary>Counts the requests that a client really sends, each retry among them.</summary>
internal sealed class RequestCount : HttpPipelineSynchronousPolicy
{
    private long count;

    public long Count => Interlocked.Read(ref count);

    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref count);

    /// <summary>Options with this count behind the retries.</summary>
    public T In<T>(T options)
        where T : ClientOptions
    {
        options.AddPolicy(this, HttpPipelinePosition.PerRetry);
        return options;
    }
}
