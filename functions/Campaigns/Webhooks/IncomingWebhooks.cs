using Campaigns.Http;
using Campaigns.Http.Signatures;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Webhooks;

/// <summary>Lets in what a webhook's sender has signed, and nothing else: a request is not looked at before its signature is proven.</summary>
/// <param name="table">The webhooks.</param>
/// <param name="secrets">Opens their secrets.</param>
/// <param name="time">The clock.</param>
public sealed class IncomingWebhooks(WebhookTable table, WebhookSecrets secrets, TimeProvider time)
{
    /// <summary>The greatest body, in bytes: it is held whole, for its signature is proven before it is read.</summary>
    public const int Limit = 1024 * 1024;

    private Webhook? nobody;

    /// <summary>Checks a request, and leaves its body to be read again.</summary>
    /// <param name="name">The webhook, as the route has it.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>What was signed, or 401 or 413.</returns>
    internal async Task<(SignedCall? Call, IResult? Problem)> OpenAsync(string name, HttpRequest request, CancellationToken cancellationToken)
    {
        if (SignedMessage.Read(request.Headers, time.GetUtcNow(), out var fault) is not { } message)
        {
            return (null, Problems.Unauthorized(fault!));
        }

        var (body, problem) = await JsonBody.ReadBytesAsync(request, Limit, cancellationToken);
        if (problem is not null)
        {
            return (null, problem);
        }

        var webhook = await table.IncomingAsync(name, cancellationToken);
        // A name that nobody has takes as long as one that somebody has.
        var isSigned = message.IsBy(await secrets.OpenAsync(webhook ?? await NobodyAsync(cancellationToken), cancellationToken), body.Span);
        if (webhook is null || !isSigned)
        {
            // The same answer to both: which webhooks there are is for managers to know.
            return (null, Problems.Unauthorized("No webhook of this name has a secret under which this body was signed."));
        }

        request.Body = new MemoryStream(body.ToArray(), writable: false);
        return (new SignedCall(webhook, message.Id, body), null);
    }

    /// <summary>A webhook of no name, whose secret nobody has seen.</summary>
    private async Task<Webhook> NobodyAsync(CancellationToken cancellationToken)
    {
        var bare = new Webhook(WebhookKind.Incoming, "", "", []) { Secret = [] };
        return nobody ??= bare with { Secret = (await secrets.MakeAsync(bare, cancellationToken)).Wrapped };
    }
}
