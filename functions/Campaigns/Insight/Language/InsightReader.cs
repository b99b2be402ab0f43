using Campaigns.Insight.Embedded;
using Campaigns.Listening.Search;
using Campaigns.Planning;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Campaigns.Insight.Language;

/// <summary>Reads what the analysis of a campaign's texts may cost and has cost.</summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="table">Where ledgers rest.</param>
/// <param name="searches">What else the money is for.</param>
/// <param name="options">The prices.</param>
/// <param name="time">The clock.</param>
public sealed class InsightReader(
    CampaignTable campaigns, InsightLedgerTable table, SearchDirectory searches, IOptions<LanguageOptions> options, TimeProvider time)
{
    /// <summary>Answers with a campaign's insight budget.</summary>
    /// <param name="campaignId">Its id, as the route has it.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IResult> ReadAsync(string campaignId, CancellationToken cancellationToken)
    {
        if (await campaigns.FindAsync(campaignId, cancellationToken) is not { } campaign)
        {
            return CampaignPlanner.Missing(campaignId);
        }

        var (isPaid, prices) = (options.Value.Endpoint is not null, LanguagePrices.From(options.Value));
        var limits = InsightLimits.Of(campaign, prices, searches);
        var ledger = await table.ReadAsync(campaign, cancellationToken);
        return TypedResults.Ok(new InsightResponse(
            campaign.Id.Value,
            time.GetUtcNow(),
            isPaid ? LanguageAnalyser.Name : EmbeddedAnalyser.Name,
            isPaid ? limits.Refused : null,
            ledger.Texts,
            new SampleResponse(ledger.Rates.Sentiment, ledger.Rates.Language, ledger.Rates.Phrases),
            new TextRecordsResponse(
                Part(LanguageFeature.Language), Part(LanguageFeature.PersonalData), Part(LanguageFeature.Sentiment), Part(LanguageFeature.KeyPhrases)),
            new MoneyPart(limits.Money, ledger.In(campaign.Budget.Currency), limits.Money - ledger.In(campaign.Budget.Currency), campaign.Budget.Currency),
            ledger.Money.Where(money => money.Key != campaign.Budget.Currency).ToDictionary(StringComparer.Ordinal)));

        BudgetPart<long> Part(LanguageFeature feature) => new(limits[feature], ledger.Spent[feature], limits[feature] - ledger.Spent[feature]);
    }
}
