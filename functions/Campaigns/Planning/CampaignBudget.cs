namespace Campaigns.Planning;

/// <summary>What finding and understanding a campaign's mentions may cost over its life; what would go past it is not done.</summary>
/// <param name="Calls">The most requests of searches to platforms, or null for as many as it takes.</param>
/// <param name="Money">The most money for searches, or null for no limit: the budget without <paramref name="InsightMoney"/>.</param>
/// <param name="Currency">The currency, three letters as ISO 4217 has them.</param>
/// <param name="TextRecords">The most text that is sent to be analysed.</param>
/// <param name="InsightMoney">The share of the money that is for analysing texts, or null where the document does not say.</param>
public sealed record CampaignBudget(long? Calls, decimal? Money, string Currency, TextRecordsBudget TextRecords, decimal? InsightMoney)
{
    /// <summary>No limit.</summary>
    public static CampaignBudget None { get; } = new(null, null, "USD", TextRecordsBudget.None, null);
}
