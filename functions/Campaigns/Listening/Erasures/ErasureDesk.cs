using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Campaigns.Http;
using Campaigns.Planning;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Campaigns.Listening.Erasures;

/// <summary>Takes requests to erase an author, and tells how far they are.</summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="keys">Makes author keys.</param>
/// <param name="lookUp">Asks channels whose a handle is.</param>
/// <param name="table">Where erasures rest.</param>
/// <param name="queue">Where they go on.</param>
/// <param name="register">Where they stand for the case that tables are restored from a time before.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class ErasureDesk(
    CampaignTable campaigns, CampaignKeys keys, AuthorLookUp lookUp, ErasureTable table, ErasureQueue queue, ErasureRegister register, TimeProvider time, ILogger<ErasureDesk> log)
{
    private const string OwnByHandle =
        "Mentions by an own account that a campaign's plan names by its handle are only found by that: if it may be one of those, ask again with both.";

    /// <summary>
    /// Begins an erasure: 202 with the receipt. Who it is about is turned into each campaign's keyed hashes here, and is in no row, message or log.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IResult> PostAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var faults = new Faults();
        var named = AuthorName.Read(new Fields(body, "", faults));
        if (named is null || faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        var (author, warning) = await lookUp.CompleteAsync(named, cancellationToken);
        var parts = new List<ErasurePart>();
        await foreach (var campaign in campaigns.ListAsync(after: null, cancellationToken))
        {
            // Where the data key is destroyed nobody can tell which of the keys was whose, and the cells are gone.
            if (campaign.WrappedDataKey.Length > 0)
            {
                parts.Add(new ErasurePart(campaign.Id.Value, campaign.Generation, [.. author.KeysOf(await keys.OfAsync(campaign, cancellationToken), campaign.Accounts)], []));
                // Whose handle an id is, nobody is asked.
                warning ??= author.Handle is null && campaign.Accounts.Any(account => account.Channel == author.Channel) && !campaign.Accounts.Any(author.Owns) ? OwnByHandle : null;
            }
        }

        var now = time.GetUtcNow();
        var receipt = new ErasureReceipt(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), ErasureState.Accepted, 1, parts.Count, 0, now, now, now, null)
        {
            Warning = warning,
        };
        await register.AddAsync(receipt, parts, cancellationToken);
        if (!await table.AddAsync(receipt, parts, cancellationToken))
        {
            return Problems.Unavailable("The erasure could not be written down in time; ask for it again.");
        }

        try
        {
            await queue.SendAsync(new ErasureMessage(receipt.Id), TimeSpan.Zero, cancellationToken);
        }
        catch (RequestFailedException fault)
        {
            // It is written down: the sweep sends it.
            Log.NotSent(log, fault, receipt.Id);
        }

        return TypedResults.Accepted(string.Create(CultureInfo.InvariantCulture, $"/api/erasures/{receipt.Id}"), Answer(receipt));
    }

    /// <summary>Tells how far an erasure is.</summary>
    /// <param name="erasureId">Its id, as the receipt has it.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IResult> GetAsync(string erasureId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(erasureId);
        return erasureId.Length == 32 && erasureId.All(char.IsAsciiHexDigitLower)
            && await table.FindAsync(erasureId, cancellationToken) is { State: not ErasureState.Asked } receipt
            ? TypedResults.Ok(Answer(receipt))
            : Problems.NotFound($"There is no erasure {erasureId}.");
    }

    private static object Answer(ErasureReceipt receipt) => new
    {
        id = receipt.Id,
        state = receipt.State,
        requestedAt = receipt.RequestedAt,
        updatedAt = receipt.UpdatedAt,
        doneAt = receipt.DoneAt,
        goesOnAt = receipt.State == ErasureState.Done ? (DateTimeOffset?)null : receipt.NotBefore,
        campaigns = receipt.Campaigns,
        lookedThrough = receipt.LookedThrough,
        warning = receipt.Warning,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Erasure {Id} is written down and could not be sent on its way; the sweep will.")]
        public static partial void NotSent(ILogger logger, Exception fault, string id);
    }
}
