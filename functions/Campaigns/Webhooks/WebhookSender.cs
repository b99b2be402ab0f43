using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Campaigns.Http.Outside;
using Campaigns.Http.Signatures;
using Campaigns.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Webhooks;

/// <summary>
/// Sends to outgoing webhooks. How each fares is told in their list. What did not arrive fails, so that the host brings the message again, and at last
/// gives it up where it can be looked at and replayed.
/// </summary>
/// <param name="clients">Whose client connects only to public addresses.</param>
/// <param name="table">The webhooks.</param>
/// <param name="states">How they fare.</param>
/// <param name="secrets">Opens their secrets.</param>
/// <param name="announcer">Where a message waits whose receiver asks to.</param>
/// <param name="outside">Which addresses may be called.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class WebhookSender(
    IHttpClientFactory clients, WebhookTable table, WebhookStates states, WebhookSecrets secrets, Announcer announcer, IOptions<OutsideOptions> outside, TimeProvider time, ILogger<WebhookSender> log)
{
    /// <summary>The longest that a receiver is waited for at its own word.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>
    /// For how long a receiver that gave no answer is not called: each call may hold a worker for the whole timeout, and all webhooks share the workers.
    /// A little less than the host takes to bring a message again.
    /// </summary>
    public static readonly TimeSpan Respite = TimeSpan.FromSeconds(25);

    private const int MostWaits = 8;

    /// <summary>Sends a message, unless its webhook was removed or switched off.</summary>
    /// <param name="message">The message.</param>
    /// <param name="attempt">How often the host has brought it.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="WebhookFailedException">It did not arrive.</exception>
    public async Task SendAsync(WebhookMessage message, long attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (await table.FindAsync(WebhookKind.Outgoing, message.Webhook, cancellationToken) is not { } webhook || webhook.Generation != message.Generation
            || await states.FindAsync(webhook, cancellationToken) is not { OffSince: null } state)
        {
            Log.Dropped(log, message.Webhook, message.Id);
            return;
        }

        if (state.AwayUntil(webhook) - time.GetUtcNow() is { } respite && respite > TimeSpan.Zero)
        {
            await PutBackAsync(message, attempt, respite, cancellationToken);
            return;
        }

        using var span = EngineTrace.Start("send webhook", ActivityKind.Client, message.TraceParent);
        span?.SetTag("campaigns.webhook", message.Webhook);
        span?.SetTag("campaigns.event", message.Type);
        span?.SetTag("messaging.attempt", attempt);
        await span.FollowAsync(SendAsync(webhook, message, span, cancellationToken));
    }

    private async Task SendAsync(Webhook webhook, WebhookMessage message, Activity? span, CancellationToken cancellationToken)
    {
        var (status, wait, why) = await TryAsync(webhook, message, cancellationToken);
        if (why is null)
        {
            await states.SucceededAsync(webhook, cancellationToken);
            Log.Sent(log, message.Webhook, message.Id);
            return;
        }

        span.Failed(status?.ToString() ?? "Unreachable");
        await states.FailedAsync(webhook, why, status, cancellationToken);
        if (status == HttpStatusCode.Gone && (await table.FindAsync(WebhookKind.Outgoing, message.Webhook, cancellationToken))?.Place == webhook.Place)
        {
            Log.Off(log, message.Webhook);
        }
        else if (wait is { } delay && message.Waits < MostWaits)
        {
            // To be asked to wait is no attempt.
            await announcer.SendAsync(message with { Waits = message.Waits + 1 }, delay, cancellationToken);
        }
        else
        {
            throw new WebhookFailedException($"The webhook {message.Webhook} did not take {message.Id}: {why}");
        }
    }

    /// <summary>A message that was never tried waits, however often it must; one that was counts this as an attempt, or it would go round for ever.</summary>
    private Task PutBackAsync(WebhookMessage message, long attempt, TimeSpan delay, CancellationToken cancellationToken) => attempt > 1
        ? throw new WebhookFailedException($"The webhook {message.Webhook} did not take {message.Id}: its receiver gave no answer a moment ago.")
        : announcer.SendAsync(message, delay < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : delay, cancellationToken);

    /// <summary>Calls the receiver; its answer is not read beyond its headers.</summary>
    private async Task<(HttpStatusCode? Status, TimeSpan? Wait, string? Why)> TryAsync(Webhook webhook, WebhookMessage message, CancellationToken cancellationToken)
    {
        var address = await secrets.AddressAsync(webhook, cancellationToken);
        if (OutsideAddress.Fault(address, outside.Value) is { } fault)
        {
            return (null, null, $"Its address {fault}.");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        var body = message.Body();
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var keys = await secrets.OpenAsync(webhook, cancellationToken);
        foreach (var (name, value) in SignedMessage.Sign(message.Id, time.GetUtcNow(), body, keys))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var http = clients.CreateClient(nameof(WebhookSender));
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (response.StatusCode, WaitOf(response), response.IsSuccessStatusCode ? null : $"It answered {(int)response.StatusCode}.");
        }
        catch (HttpRequestException failure) when (failure.InnerException is AddressRefusedException)
        {
            return (null, null, "Its address leads into a private network.");
        }
        catch (HttpRequestException failure)
        {
            return (null, null, $"It cannot be reached ({failure.HttpRequestError}).");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, null, "It did not answer in time.");
        }
    }

    private TimeSpan? WaitOf(HttpResponseMessage response) => FarSide.RetryAt(response.Headers, time) - time.GetUtcNow() is not { } wait ? null
        : wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1)
        : wait > LongestWait ? LongestWait
        : wait;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "The webhook {Webhook} took {Id}")]
        public static partial void Sent(ILogger logger, string webhook, string id);

        [LoggerMessage(2, LogLevel.Information, "The webhook {Webhook} was removed or is off: {Id} is dropped")]
        public static partial void Dropped(ILogger logger, string webhook, string id);

        [LoggerMessage(3, LogLevel.Warning, "The receiver of the webhook {Webhook} said that it is gone: it is switched off")]
        public static partial void Off(ILogger logger, string webhook);
    }
}
