using Campaigns.Listening.Search;

namespace Campaigns.Insight.Language;

/// <summary>What the analysis of a campaign's texts may cost and has cost.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="AsOf">When this was true.</param>
/// <param name="Analyser">Who analyses now: <c>embedded</c>, which costs nothing, or <c>azure-ai-language</c>.</param>
/// <param name="Reason">Why nothing may be spent, in plain words; null where something may.</param>
/// <param name="Texts">How many texts came to be analysed by the service, sampled or not.</param>
/// <param name="Sample">Which part of them is analysed now.</param>
/// <param name="TextRecords">Text records of 1,000 characters, by feature.</param>
/// <param name="Money">Money, in the budget's currency.</param>
/// <param name="OtherMoney">Money that was spent in other currencies.</param>
public sealed record InsightResponse(
    string CampaignId,
    DateTimeOffset AsOf,
    string Analyser,
    string? Reason,
    long Texts,
    SampleResponse Sample,
    TextRecordsResponse TextRecords,
    MoneyPart Money,
    IReadOnlyDictionary<string, decimal> OtherMoney);

/// <summary>Which part of the texts is analysed so that the budget lasts to the end, 0 to 1.</summary>
/// <param name="Sentiment">For sentiment.</param>
/// <param name="UnknownLanguage">For sentiment, of texts whose language must be found out first.</param>
/// <param name="Phrases">For phrases.</param>
public sealed record SampleResponse(double Sentiment, double UnknownLanguage, double Phrases);

/// <summary>Text records by what was asked.</summary>
/// <param name="Language">The language.</param>
/// <param name="PersonalData">Personal data.</param>
/// <param name="Sentiment">The sentiment.</param>
/// <param name="KeyPhrases">The phrases.</param>
public sealed record TextRecordsResponse(BudgetPart<long> Language, BudgetPart<long> PersonalData, BudgetPart<long> Sentiment, BudgetPart<long> KeyPhrases);
