using Azure;
using Campaigns.Http;
using Campaigns.Listening.Coverage;
using Campaigns.Listening.Texts;
using Campaigns.Planning;
using Campaigns.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Listening.Intake;

/// <summary>Takes mentions in over HTTP and queues what counts.</summary>
/// <param name="index">The listening campaigns.</param>
/// <param name="storage">Where the queue is.</param>
/// <param name="options">Its name.</param>
/// <param name="texts">The name of the queue of texts.</param>
/// <param name="coverage">Says what came too late.</param>
/// <param name="rates">How many mentions a caller may hand in.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class MentionCollector(
    CampaignIndex index, StorageRim storage, IOptions<ListeningOptions> options, IOptions<TextsOptions> texts, CoverageTable coverage, CallRates rates, TimeProvider time, ILogger<MentionCollector> log)
{
    /// <summary>What a query may say of how lines are read.</summary>
    internal static IReadOnlyList<string> QueryFields { get; } = ["channel", "id"];

    /// <inheritdoc cref="CollectAsync(HttpRequest, IReadOnlyList{string}, CancellationToken)"/>
    public Task<IResult> CollectAsync(HttpRequest request, CancellationToken cancellationToken) => CollectAsync(request, [], cancellationToken);

    /// <summary>Reads the body: 202 where any line is accepted, else 422.</summary>
    /// <param name="request">The request.</param>
    /// <param name="only">The only campaigns that mentions may count for; empty for all.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> CollectAsync(HttpRequest request, IReadOnlyList<string> only, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!MentionFormat.TryParse(request.ContentType, out var format))
        {
            return Problems.UnsupportedMediaType(MentionFormat.Rule);
        }

        if (rates.HandIn(request.HttpContext, 0) is { } empty)
        {
            return empty;
        }

        var now = time.GetUtcNow();
        var faults = new Faults();
        var rules = RulesOf(request, now, faults);
        if (faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        var intake = new Intake(
            await index.CurrentAsync(cancellationToken), rules, new MentionPacker(storage.Queue(options.Value.MentionsQueue)), new TextPacker(storage.Queue(texts.Value.TextsQueue)), now, only)
        {
            Charge = lines => rates.HandIn(request.HttpContext, lines),
        };
        try
        {
            await ReadAsync(request, format, intake, cancellationToken);
            await intake.FlushAsync(cancellationToken);
            await intake.TooLate.SaveAsync(coverage, cancellationToken);
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problems.TooLarge(104_857_600);
        }
        catch (IOException)
        {
            return Problems.BadRequest($"The body breaks off after {intake.Counts.Accepted + intake.Counts.Refused} lines. What was queued stays; send the whole body again, nothing is counted twice.");
        }
        catch (Exception fault) when (fault is RequestFailedException || StorageRim.IsUnavailable(fault))
        {
            Log.QueueFailed(log, fault, intake.Counts.Accepted);
            return Problems.Unavailable("The queue did not take the mentions. What was queued stays; send the whole body again, nothing is counted twice.");
        }
        finally
        {
            await intake.SettleAsync();
        }

        Log.Taken(log, intake.Counts.Accepted, intake.Counts.Matched, intake.Counts.Refused);
        return intake.Refused ?? IntakeAnswer.Of(intake.Counts);
    }

    private static Task ReadAsync(HttpRequest request, MentionFormat format, Intake intake, CancellationToken cancellationToken) => format.Kind switch
    {
        MentionFormatKind.Csv => MentionBodies.ReadCsvAsync(request.Body, format.Encoding, intake, cancellationToken),
        MentionFormatKind.Array => MentionBodies.ReadArrayAsync(request.BodyReader, intake, cancellationToken),
        _ => MentionBodies.ReadLinesAsync(request.BodyReader, intake, cancellationToken),
    };

    private static MentionRules RulesOf(HttpRequest request, DateTimeOffset now, Faults faults)
    {
        string? channel = request.Query["channel"];
        string? id = request.Query["id"];
        if (channel is not null && !Channel.TryParse(channel, out _))
        {
            faults.Add("channel", channel, Channel.Rule);
        }

        if (id is not (null or "derive"))
        {
            faults.Add("id", id, "must be derive, or left out");
        }

        return new MentionRules(now, channel is null ? null : ChannelNames.Find(channel), id is not null);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Mentions taken in: {Accepted} accepted, {Matched} matched, {Refused} refused.")]
        public static partial void Taken(ILogger logger, long accepted, long matched, long refused);

        [LoggerMessage(2, LogLevel.Error, "The mentions queue failed after {Accepted} accepted lines.")]
        public static partial void QueueFailed(ILogger logger, Exception fault, long accepted);
    }
}
