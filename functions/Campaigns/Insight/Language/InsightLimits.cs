using Campaigns.Listening.Search;
using Campaigns.Planning;

namespace Campaigns.Insight.Language;

/// <summary>What the analysis of a campaign's texts may spend over its life.</summary>
/// <param name="Records">Text records, by feature.</param>
/// <param name="Money">Money, or null for no limit.</param>
/// <param name="Refused">Why nothing may be spent at all, in plain words; null where something may.</param>
internal sealed record InsightLimits(TextRecordsBudget Records, decimal? Money, string? Refused)
{
    public long? this[LanguageFeature feature] => feature switch
    {
        LanguageFeature.Language => Records.Language,
        LanguageFeature.PersonalData => Records.PersonalData,
        LanguageFeature.Sentiment => Records.Sentiment,
        _ => Records.KeyPhrases,
    };

    public static InsightLimits Of(Campaign campaign, LanguagePrices prices, SearchDirectory searches)
    {
        var budget = campaign.Budget;
        var money = budget.InsightMoney ?? budget.Money;
        string? refused = null;
        if (money is not null && !prices.AreKnown)
        {
            refused = "The campaign has a budget in money and the engine does not know what the service charges: set Insight__PricePerThousandRecords.";
        }
        else if (money is not null && budget.Currency != prices.Currency)
        {
            refused = $"The service's prices are in {prices.Currency} and the campaign's budget is in {budget.Currency}: put a budget in {prices.Currency}.";
        }
        else if (money is not null && budget.InsightMoney is null && IsSearchedForMoney(campaign, searches))
        {
            refused = "The campaign's money is for searches that cost something: say in budget.money.insight which part of it is for analysis.";
        }

        return new InsightLimits(budget.TextRecords, money, refused);
    }

    /// <summary>Whether spending these records too stays within the limits.</summary>
    public bool Cover(InsightLedger ledger, RecordCounts more, LanguagePrices prices)
    {
        foreach (var feature in RecordCounts.Features)
        {
            if (more[feature] > 0 && ledger.Spent[feature] + more[feature] > this[feature])
            {
                return false;
            }
        }

        return !(prices.Of(more) is > 0 and var price && ledger.In(prices.Currency) + price > Money);
    }

    /// <summary>Which part of the limits is spent: the largest of the records' and the money's; 0 without a limit.</summary>
    public decimal ShareOf(InsightLedger ledger, LanguagePrices prices) => RecordCounts.Features
        .Select(feature => this[feature] is > 0 and var most ? ledger.Spent[feature] / (decimal)most : 0)
        .Append(Money is > 0 and var money ? ledger.In(prices.Currency) / money : 0)
        .Max();

    private static bool IsSearchedForMoney(Campaign campaign, SearchDirectory searches) => searches.PlanOf(campaign)
        .Select(search => search.Channel).Distinct(StringComparer.Ordinal)
        .Any(channel => searches.Find(channel) is { } search && searches.TermsOf(search) is var terms && (terms.PricePerCall > 0 || terms.PricePerItem > 0));
}
