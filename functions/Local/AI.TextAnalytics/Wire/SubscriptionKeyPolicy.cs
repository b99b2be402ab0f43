#nullable enable
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>Sends the resource's key, which may be rotated while the client lives.</summary>
internal sealed class SubscriptionKeyPolicy(AzureKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message) =>
        message.Request.Headers.SetValue("Ocp-Apim-Subscription-Key", credential.Key);
}
