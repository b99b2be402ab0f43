using System.Globalization;
using Campaigns.Http;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Webhooks;

/// <summary>Makes webhooks, changes them and takes them away.</summary>
/// <param name="table">Where they rest.</param>
/// <param name="secrets">Makes their secrets.</param>
/// <param name="reader">Reads what they are to be.</param>
/// <param name="state">How outgoing ones fare.</param>
/// <param name="time">The clock.</param>
public sealed class WebhookDesk(WebhookTable table, WebhookSecrets secrets, WebhookReader reader, WebhookStates state, TimeProvider time)
{
    private const string Once = "This secret is shown once.";

    /// <summary>Makes a webhook (201, with its secret) or, with If-Match, changes it (200); one that was switched off is on again.</summary>
    /// <param name="kind">Which way it goes.</param>
    /// <param name="name">Its name.</param>
    /// <param name="request">The request: <c>campaigns</c>, and for an outgoing one <c>address</c> (in a change: where it changes) and <c>events</c>.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> PutAsync(WebhookKind kind, string name, HttpRequest request, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        if (!PlainName.Is(name))
        {
            faults.Add("name", name, PlainName.Rule);
        }

        var (body, problem) = await JsonBody.ReadAsync(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var before = faults.Any ? null : await table.FindAsync(kind, name, cancellationToken);
        var (read, address) = reader.Read(body, before ?? new Webhook(kind, name, Guid.NewGuid().ToString("N"), []) { Secret = [] }, faults);
        if (faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        if (Preconditions.ForPut(request, before?.ETag) is { } refused)
        {
            return refused;
        }

        string? shown = null;
        if (before is null)
        {
            (shown, var wrapped) = await secrets.MakeAsync(read, cancellationToken);
            read = read with { Secret = wrapped };
        }

        if (address is not null)
        {
            read = read with { Address = await secrets.WrapAsync(read, address, cancellationToken) };
        }

        if (await table.PutAsync(read, cancellationToken) is not { } tag)
        {
            return Problems.PreconditionFailed();
        }

        await state.ForgetAsync(read, cancellationToken);
        request.HttpContext.Response.Headers.ETag = Preconditions.TagOf(tag);
        var answer = WebhookAnswer.Of(read, secrets.Good(read));
        return before is null
            ? TypedResults.Created(PathOf(read), answer with { Secret = shown, Note = Once })
            : TypedResults.Ok(answer);
    }

    /// <summary>Lists webhooks, without their secrets; outgoing ones with how they fare.</summary>
    /// <param name="kind">Which way they go.</param>
    /// <param name="request">The request with <c>limit</c> and <c>after</c>.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IResult> ListAsync(WebhookKind kind, HttpRequest request, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        var paging = Paging.From(request, faults);
        if (faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        var found = await table.ListAsync(kind, paging.After, paging.Limit + 1, cancellationToken);
        var fares = kind == WebhookKind.Outgoing ? await state.AllAsync(cancellationToken) : [];
        return paging.Answer(
            [.. found.Select(webhook => WebhookAnswer.Of(webhook, secrets.Good(webhook)) with { ETag = Preconditions.TagOf(webhook.ETag), State = kind == WebhookKind.Outgoing ? fares.GetValueOrDefault(webhook.Name)?.For(webhook) ?? WebhookState.New : null })],
            webhook => webhook.Name);
    }

    /// <summary>Gives a webhook a new secret (200); each one before is good beside it for a day from when its place was taken. 409 where too many are.</summary>
    /// <param name="kind">Which way it goes.</param>
    /// <param name="name">Its name.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> RotateAsync(WebhookKind kind, string name, HttpRequest request, CancellationToken cancellationToken)
    {
        if (!PlainName.Is(name) || await table.FindAsync(kind, name, cancellationToken) is not { } webhook)
        {
            return Missing(kind, name);
        }

        if (Preconditions.ForChange(request, webhook.ETag) is { } refused)
        {
            return refused;
        }

        var former = secrets.Good(webhook);
        if (former.Count >= WebhookSecrets.MostFormer)
        {
            return Problems.Conflict(string.Create(
                CultureInfo.InvariantCulture,
                $"{former.Count} secrets of this webhook are good beside its own, and any of them may be in use: the oldest ends at {former[^1].Until:u}. If one has leaked, delete the webhook and make it again."));
        }

        var (shown, wrapped) = await secrets.MakeAsync(webhook, cancellationToken);
        var rotated = webhook with { Secret = wrapped, FormerSecrets = [new(webhook.Secret, time.GetUtcNow() + WebhookSecrets.Overlap), .. former] };
        if (await table.PutAsync(rotated, cancellationToken) is not { } tag)
        {
            return Problems.PreconditionFailed();
        }

        request.HttpContext.Response.Headers.ETag = Preconditions.TagOf(tag);
        return TypedResults.Ok(WebhookAnswer.Of(rotated, secrets.Good(rotated)) with { Secret = shown, Note = Once });
    }

    /// <summary>Removes a webhook (204).</summary>
    /// <param name="kind">Which way it goes.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> DeleteAsync(WebhookKind kind, string name, CancellationToken cancellationToken)
    {
        if (!PlainName.Is(name) || await table.FindAsync(kind, name, cancellationToken) is not { } webhook)
        {
            return Missing(kind, name);
        }

        await table.DeleteAsync(kind, name, cancellationToken);
        await state.ForgetAsync(webhook, cancellationToken);
        return TypedResults.NoContent();
    }

    private static string PathOf(Webhook webhook) => $"/api/webhooks/{Webhook.WayOf(webhook.Kind)}/{webhook.Name}";

    private static IResult Missing(WebhookKind kind, string name) => Problems.NotFound($"There is no {Webhook.WayOf(kind)} webhook {name}.");
}
