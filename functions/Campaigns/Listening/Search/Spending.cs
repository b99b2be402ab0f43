using Azure;
using Campaigns.Channels;
using Campaigns.Planning;

namespace Campaigns.Listening.Search;

/// <summary>
/// What a campaign's searches have spent. It is added before a request is made and corrected after it, so that a worker that dies in between
/// leaves it too high, never too low.
/// </summary>
/// <param name="Calls">Requests.</param>
/// <param name="Money">Money by currency.</param>
internal sealed record Spending(long Calls, IReadOnlyDictionary<string, decimal> Money)
{
    public static Spending None { get; } = new(0, new Dictionary<string, decimal>());

    /// <summary>Storage's tag.</summary>
    public ETag ETag { get; init; }

    /// <summary>The money that is spent in a currency.</summary>
    public decimal In(string currency) => Money.GetValueOrDefault(currency);

    /// <summary>The part of a budget from which on its owner should know.</summary>
    public const decimal NearlyAll = 0.8m;

    /// <summary>Which part of a budget is spent: of its requests or its money, whichever is more; 0 without a limit.</summary>
    public decimal ShareOf(CampaignBudget budget) => Math.Max(
        budget.Calls is > 0 and var calls ? Calls / (decimal)calls : 0,
        budget.Money is > 0 and var money ? In(budget.Currency) / money : 0);

    /// <summary>The most that one page can cost.</summary>
    public static (long Calls, decimal Money) MostOf(SearchTerms terms) =>
        (terms.MostRequests, (terms.MostRequests * terms.PricePerCall) + (terms.PageSize * terms.PricePerItem));

    /// <summary>Adds, or takes back where numbers are negative.</summary>
    public Spending Plus(long calls, decimal money, string currency) => this with
    {
        Calls = Calls + calls,
        Money = money == 0 ? Money : new Dictionary<string, decimal>(Money) { [currency] = In(currency) + money },
    };

    /// <summary>Whether a page may be asked for.</summary>
    public bool Affords(CampaignBudget budget, SearchTerms terms)
    {
        var (calls, money) = MostOf(terms);
        return !(Calls + calls > budget.Calls) && !(money > 0 && In(budget.Currency) + money > budget.Money);
    }

    /// <summary>Why a page may not be asked for.</summary>
    public string Exhausted(CampaignBudget budget, SearchTerms terms) => Calls + terms.MostRequests > budget.Calls
        ? $"The campaign's budget of {budget.Calls} requests is spent."
        : $"The campaign's budget of {budget.Money} {budget.Currency} is spent.";
}
