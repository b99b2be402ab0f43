using Campaigns.Listening.Coverage;
using Campaigns.Planning;

namespace Campaigns.Listening.Search;

/// <summary>Forecasts what searching comes to by the end, at the pace and the rate of now.</summary>
internal static class SearchForecast
{
    /// <summary>The forecast; of a campaign that does not listen now there is none.</summary>
    /// <param name="searches">The searches of the plan that there are.</param>
    /// <param name="planned">How many the plan asks for.</param>
    /// <param name="budget">The budget.</param>
    /// <param name="spending">What is spent.</param>
    /// <param name="endOf">When a search ends.</param>
    /// <param name="now">The time; null where the campaign does not listen.</param>
    public static ForecastResponse Of(
        IReadOnlyList<SearchRow> searches, int planned, CampaignBudget budget, Spending spending, Func<SearchRow, long> endOf, DateTimeOffset? now)
    {
        if (now is not null && searches.Where(search => search.State == SearchState.OutOfBudget).Min(search => search.AskedAt) is { } stopped)
        {
            return new ForecastResponse(spending.Calls, spending.In(budget.Currency), false, DateTimeOffset.FromUnixTimeSeconds(stopped));
        }

        if (now is not { } at || searches.Count < planned || searches.Any(search => search.Usual is null || search.Paced <= 0))
        {
            return new ForecastResponse(null, null, null, null);
        }

        var (calls, money, callRate, moneyRate) = ((double)spending.Calls, spending.In(budget.Currency), 0.0, 0.0);
        foreach (var search in searches.Where(search => search.NextAt is not null))
        {
            var rounds = Math.Max(0, endOf(search) - at.ToUnixTimeSeconds()) / (double)search.Paced;
            calls += rounds * search.Usual!.Value.Calls;
            money += (decimal)rounds * search.Usual.Value.Money;
            callRate += search.Usual.Value.Calls / search.Paced;
            moneyRate += (double)search.Usual.Value.Money / search.Paced;
        }

        var lasts = !(Math.Floor(calls) > budget.Calls) && !(money > budget.Money);
        double?[] until = [Until(budget.Calls - spending.Calls, callRate), Until((double?)(budget.Money - spending.In(budget.Currency)), moneyRate)];
        return new ForecastResponse(
            (long)Math.Ceiling(calls),
            Math.Round(money, 6),
            budget.Calls is null && budget.Money is null ? null : lasts,
            lasts || until.Min() is not { } seconds ? null : at.AddSeconds(Math.Min(seconds, TimeSpan.FromDays(3650).TotalSeconds)));
    }

    private static double? Until(double? left, double rate) => left is null || rate <= 0 ? null : Math.Max(0, left.Value) / rate;
}
