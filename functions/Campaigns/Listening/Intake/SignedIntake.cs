using Campaigns.Http;
using Campaigns.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Campaigns.Listening.Intake;

/// <summary>Takes in mentions that a webhook's sender has signed; a message that comes again is answered as it was and counted no more.</summary>
/// <param name="webhooks">Proves signatures.</param>
/// <param name="seen">Remembers messages.</param>
/// <param name="collector">Takes the mentions in.</param>
/// <param name="rates">How much may be asked.</param>
/// <param name="audit">Where it is written down who handed them in.</param>
public sealed class SignedIntake(IncomingWebhooks webhooks, SeenCalls seen, MentionCollector collector, CallRates rates, AuditTable audit)
{
    /// <summary>Checks the signature, then reads the body: 401 before anything is read, else as without a signature; 409 where the id was used for something else.</summary>
    /// <param name="name">The webhook, as the route has it.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> CollectAsync(string name, HttpRequest request, CancellationToken cancellationToken)
    {
        var (call, problem) = await webhooks.OpenAsync(name, request, cancellationToken);
        if (call is null)
        {
            return rates.CountRefusal(problem, request.HttpContext)!;
        }

        // From here on the sender is a caller like one with a key.
        request.HttpContext.Features.Set(call.Caller);
        if (rates.Ask(call.Caller, request.HttpContext) is { } later)
        {
            return later;
        }

        var row = await audit.BeginAsync(request, call.Caller, Guid.NewGuid().ToString("N"), cancellationToken);
        var written = call with { Format = MentionFormat.TryParse(request.ContentType, out var format) ? format.Kind.ToString() : null };
        var result = await AnswerAsync(written, request, cancellationToken);
        await audit.EndAsync(row, result is IStatusCodeHttpResult { StatusCode: { } status } ? status : StatusCodes.Status200OK, CancellationToken.None);
        return result;
    }

    private async Task<IResult> AnswerAsync(SignedCall call, HttpRequest request, CancellationToken cancellationToken)
    {
        if (Unsigned(request) is { Any: true } faults)
        {
            return Problems.Unprocessable(faults);
        }

        if (await seen.FindAsync(call, cancellationToken) is { } before)
        {
            return before.IsSameBody
                ? TypedResults.Text(before.Answer, "application/json; charset=utf-8", statusCode: StatusCodes.Status202Accepted)
                : Problems.Conflict("This webhook-id was used for another body: give every message an id of its own.");
        }

        var result = await collector.CollectAsync(request, call.Webhook.Campaigns, cancellationToken);
        if (result is Accepted<IntakeCounts> { Value: { } counts })
        {
            // What was refused is refused again where it comes again: only what was taken in must be known.
            await seen.KeepAsync(call, KeptAnswer.Of(counts), cancellationToken);
        }

        return result;
    }

    /// <summary>What says how lines are read and is no part of what was signed: whoever recorded a message could add it.</summary>
    private static Faults Unsigned(HttpRequest request)
    {
        var faults = new Faults();
        foreach (var field in MentionCollector.QueryFields.Where(request.Query.ContainsKey))
        {
            faults.Add(field, request.Query[field], "is not signed: leave it out, and name it in each line");
        }

        // Read in another charset a body says something else.
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            faults.Add("Content-Type", request.ContentType, "is not signed: send UTF-8");
        }

        return faults;
    }
}
