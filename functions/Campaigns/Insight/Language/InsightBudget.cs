using System.Collections.Concurrent;
using Campaigns.Listening.Search;
using Campaigns.Planning;
using Microsoft.Extensions.Options;

namespace Campaigns.Insight.Language;

/// <summary>
/// Keeps the analyses of each campaign within its budget, however many workers there are: what a batch will take is written into the
/// campaign's one ledger, as it was read, before anything is sent. What was written and proves not to have been taken is given back.
/// </summary>
/// <param name="table">Where ledgers rest.</param>
/// <param name="searches">What else the campaign's money is for.</param>
/// <param name="options">The prices.</param>
/// <param name="time">The clock.</param>
internal sealed class InsightBudget(InsightLedgerTable table, SearchDirectory searches, IOptions<LanguageOptions> options, TimeProvider time) : IDisposable
{
    private const int MostTries = 20;

    private readonly LanguagePrices prices = LanguagePrices.From(options.Value);
    private readonly ConcurrentDictionary<(string Id, string Generation), InsightLedger> held = [];
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Sets aside what a batch will take: for as many of its texts as the sample takes and the budget covers.</summary>
    public async Task<Reservation> ReserveAsync(Campaign campaign, IReadOnlyList<(ulong Key, LanguageDocument Document)> texts, CancellationToken cancellationToken)
    {
        var limits = InsightLimits.Of(campaign, prices, searches);
        if (limits.Refused is not null)
        {
            return new Reservation(new AnalysisDepth[texts.Count], default, limits.Refused);
        }

        var arrived = texts.Select(text => text.Document).Distinct().Aggregate(default(RecordCounts), (sum, document) => sum + document.Cost(AnalysisDepth.Phrases));
        return await ChangeAsync(campaign, Reserve, onceAtMost: false, cancellationToken);

        (InsightLedger, Reservation) Reserve(InsightLedger ledger)
        {
            var now = time.GetUtcNow();
            ledger = ledger.Came(arrived, texts.Count) with { Since = ledger.Since ?? now };
            ledger = ledger with { Rates = SampleRates.Of(ledger, limits, prices, now, campaign.EndsAt.ToDateTimeOffset()) };
            var (reserved, reservation) = Reservation.Of(ledger, texts, limits, prices);
            return (reserved, reservation with { Arrived = arrived, BudgetUsed = limits.ShareOf(reserved, prices) });
        }
    }

    /// <summary>Gives back what was not taken. Texts that were not analysed will come again: as often as that may be, they came once.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="unused">What was set aside and not taken.</param>
    /// <param name="left">What the texts that are left would have taken, of what is among what came.</param>
    /// <param name="texts">How many are left.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task ReleaseAsync(Campaign campaign, RecordCounts unused, RecordCounts left, int texts, CancellationToken cancellationToken)
    {
        await ChangeAsync(campaign, Release, onceAtMost: true, cancellationToken);

        (InsightLedger, bool) Release(InsightLedger ledger)
        {
            ledger = ledger.Plus(default(RecordCounts) - unused, -prices.Of(unused), prices.Currency);
            return (ledger.Came(default(RecordCounts) - left, -texts), true);
        }
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    /// <summary>
    /// Changes a ledger. Whether a write whose answer was lost was made is told by the ledger's last writes; where there have been too many since
    /// to tell, it is made again, unless it must be made once at most.
    /// </summary>
    private async Task<T> ChangeAsync<T>(Campaign campaign, Func<InsightLedger, (InsightLedger Ledger, T Answer)> change, bool onceAtMost, CancellationToken cancellationToken)
    {
        var key = (campaign.Id.Value, campaign.Generation);
        await turn.WaitAsync(cancellationToken);
        try
        {
            var ledger = held.TryGetValue(key, out var kept) ? kept : await table.ReadAsync(campaign, cancellationToken);
            for (var attempt = 1; attempt <= MostTries; attempt++)
            {
                var write = Guid.NewGuid().ToString("N")[..12];
                var (changed, answer) = change(ledger);
                held.TryRemove(key, out _);
                if (await table.TryWriteAsync(campaign, changed.Signed(write), cancellationToken) is { } written)
                {
                    held[key] = written;
                    return answer;
                }

                var before = ledger.Writes;
                ledger = await table.ReadAsync(campaign, cancellationToken);
                if (ledger.Recent.Contains(write) || (onceAtMost && ledger.Writes - before > InsightLedger.Remembered))
                {
                    return answer;
                }

                await Task.Delay(Random.Shared.Next(5, 25 * attempt), cancellationToken);
            }
        }
        finally
        {
            turn.Release();
        }

        // Everybody wants this ledger at once: somewhat later fewer will.
        throw new RetryLaterException(TimeSpan.FromSeconds(Random.Shared.Next(5, 30)));
    }
}
