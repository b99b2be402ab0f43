using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Listening.Erasures;

/// <summary>
/// Takes an erasure from step to step. First the author goes on each campaign's refusal list; then, when every process knows that, every cell and list
/// is looked through; then, when every write that was under way has ended, once more, until nothing is found. What is done is noted as it is done, and
/// doing it again changes nothing, so that it may be broken off anywhere, and two workers may be at it.
/// </summary>
/// <param name="table">Where erasures rest.</param>
/// <param name="refusal">Puts authors on refusal lists.</param>
/// <param name="eraser">Looks campaigns through.</param>
/// <param name="queue">Where it goes on.</param>
/// <param name="options">How long to wait between the steps.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class ErasureRun(
    ErasureTable table, AuthorRefusal refusal, CampaignEraser eraser, ErasureQueue queue, IOptions<ErasureOptions> options, TimeProvider time, ILogger<ErasureRun> log)
{
    /// <summary>How long one message is worked on: well within every limit of a function's time.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Goes on with an erasure.</summary>
    /// <param name="message">Which one.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task RunAsync(ErasureMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (await table.FindAsync(message.Id, cancellationToken) is not { State: not (ErasureState.Done or ErasureState.Asked) } receipt)
        {
            return;
        }

        var now = time.GetUtcNow();
        if (receipt.NotBefore > now)
        {
            await queue.SendAsync(message, receipt.NotBefore - now, cancellationToken);
        }
        else if (!await WorkAsync(receipt, cancellationToken))
        {
            // Another worker is at it, or this one was told so by an answer that got lost; whoever comes back reads how far it is.
            await queue.SendAsync(message, TimeSpan.FromSeconds(Random.Shared.Next(1, 6)), cancellationToken);
        }
    }

    /// <summary>Looks for erasures whose message was lost, and removes those of which nobody was ever told.</summary>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - options.Value.LostAfter;
        await foreach (var receipt in table.OpenAsync(cancellationToken))
        {
            if (receipt.UpdatedAt < before && receipt.NotBefore < before)
            {
                await (receipt.State == ErasureState.Asked
                    ? table.ForgetAsync(receipt.Id, cancellationToken)
                    : queue.SendAsync(new ErasureMessage(receipt.Id), TimeSpan.Zero, cancellationToken));
            }
        }
    }

    /// <summary>Does what there is time for.</summary>
    /// <returns>False where something changed meanwhile.</returns>
    private async Task<bool> WorkAsync(ErasureReceipt receipt, CancellationToken cancellationToken)
    {
        var until = time.GetTimestamp() + (long)(Longest.TotalSeconds * time.TimestampFrequency);
        var parts = (await table.PartsAsync(receipt.Id, cancellationToken)).ToArray();
        var isAll = true;
        for (var number = 0; number < parts.Length && isAll; number++)
        {
            if (parts[number].Done >= receipt.Step)
            {
                continue;
            }

            var work = receipt.State == ErasureState.Accepted
                ? (await refusal.RefuseAsync(parts[number], cancellationToken), true)
                : await eraser.EraseAsync(receipt, parts[number], until, cancellationToken);
            if (work is not var (part, isDone))
            {
                return false;
            }

            isAll = isDone && time.GetTimestamp() < until;
            if (isDone)
            {
                if (await table.UpdateAsync(receipt.Id, part with { Done = receipt.Step, Cursor = "" }, cancellationToken) is not { } noted)
                {
                    return false;
                }

                parts[number] = noted;
            }
        }

        return await GoOnAsync(receipt, parts, cancellationToken);
    }

    private async Task<bool> GoOnAsync(ErasureReceipt receipt, ErasurePart[] parts, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var through = parts.Count(part => part.Done >= receipt.Step);
        var after = through < parts.Length ? receipt with { UpdatedAt = now, LookedThrough = through } : receipt.State switch
        {
            ErasureState.Accepted => Next(ErasureState.Refused, options.Value.KnownAfter),
            ErasureState.Erased when !parts.Any(part => part.FoundIn == receipt.Step) => null,
            _ => Next(ErasureState.Erased, options.Value.SecondPassAfter),
        };
        if (after is null)
        {
            return await FinishAsync(receipt, parts, cancellationToken);
        }

        if (!await table.UpdateAsync(after, cancellationToken))
        {
            return false;
        }

        await queue.SendAsync(new ErasureMessage(after.Id), after.NotBefore - now, cancellationToken);
        return true;

        ErasureReceipt Next(string state, TimeSpan wait) =>
            receipt with { State = state, Step = receipt.Step + 1, LookedThrough = 0, UpdatedAt = now, NotBefore = now + wait };
    }

    private async Task<bool> FinishAsync(ErasureReceipt receipt, ErasurePart[] parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            await refusal.CloseAsync(part, cancellationToken);
            await table.RemoveAsync(receipt.Id, part, cancellationToken);
        }

        var now = time.GetUtcNow();
        Log.Done(log, receipt.Id, receipt.Campaigns);
        return await table.UpdateAsync(receipt with { State = ErasureState.Done, LookedThrough = receipt.Campaigns, UpdatedAt = now, DoneAt = now }, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Erasure {Id} is done in {Campaigns} campaigns.")]
        public static partial void Done(ILogger logger, string id, int campaigns);
    }
}
