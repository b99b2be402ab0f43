namespace Campaigns.Insight.Language;

/// <summary>What was set aside for a batch before anything of it is sent.</summary>
/// <param name="Depths">How far each text goes.</param>
/// <param name="Records">The text records for it.</param>
/// <param name="Refused">Why nothing was, in plain words.</param>
internal sealed record Reservation(IReadOnlyList<AnalysisDepth> Depths, RecordCounts Records, string? Refused = null)
{
    /// <summary>Which part of the texts is analysed.</summary>
    public SampleRates Rates { get; init; }

    /// <summary>Which part of the budget is spent with it.</summary>
    public decimal BudgetUsed { get; init; }

    /// <summary>What all texts of the batch would have taken, as the ledger has it among what came.</summary>
    public RecordCounts Arrived { get; init; }

    /// <summary>Sets aside for as many texts as the sample takes and the budget covers.</summary>
    public static (InsightLedger Ledger, Reservation Reservation) Of(
        InsightLedger ledger, IReadOnlyList<(ulong Key, LanguageDocument Document)> texts, InsightLimits limits, LanguagePrices prices)
    {
        var (before, depths) = (ledger.Spent, new AnalysisDepth[texts.Count]);
        var taken = new Dictionary<LanguageDocument, AnalysisDepth>(ReferenceEqualityComparer.Instance);
        // In the order of the sample, not of the message: where the budget ends within a batch, chance chooses too.
        foreach (var index in Enumerable.Range(0, texts.Count).OrderBy(index => SampleRates.PlaceOf(texts[index].Key)))
        {
            var (key, document) = texts[index];
            for (var depth = ledger.Rates.DepthOf(key, document.IsDetected); depth > AnalysisDepth.Nothing; depth--)
            {
                var had = taken.GetValueOrDefault(document);
                var more = depth > had ? document.Cost(depth) - document.Cost(had) : default;
                if (!limits.Cover(ledger, more, prices))
                {
                    continue;
                }

                ledger = ledger.Plus(more, prices.Of(more), prices.Currency);
                taken[document] = depth > had ? depth : had;
                depths[index] = depth;
                break;
            }
        }

        return (ledger, new Reservation(depths, ledger.Spent - before) { Rates = ledger.Rates });
    }
}
