using Campaigns.Listening.Coverage;
using Campaigns.Planning;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Listening.Search;

/// <summary>Reads where a campaign is listened for: the campaign, and one partition of its searches.</summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="directory">What can be searched.</param>
/// <param name="table">Where searches rest.</param>
/// <param name="time">The clock.</param>
public sealed class ListeningReader(CampaignTable campaigns, SearchDirectory directory, SearchTable table, TimeProvider time)
{
    /// <summary>Answers with a campaign's listening.</summary>
    /// <param name="campaignId">Its id, as the route has it.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IResult> ReadAsync(string campaignId, CancellationToken cancellationToken)
    {
        if (await campaigns.FindAsync(campaignId, cancellationToken) is not { } campaign)
        {
            return CampaignPlanner.Missing(campaignId);
        }

        var now = time.GetUtcNow();
        var (stored, spending) = await table.ReadAsync(campaign, cancellationToken);
        var known = stored.ToDictionary(search => search.Key.Row, StringComparer.Ordinal);
        var plan = directory.PlanOf(campaign);
        var period = ListeningPeriod.Of(campaign);
        var isListening = campaign.Counts && plan.Count > 0 && period.IsOn(now.ToUnixTimeSeconds(), directory.LateBy);
        var planned = plan.Select(key => known.GetValueOrDefault(key.Row)).OfType<SearchRow>().ToList();
        return TypedResults.Ok(new ListeningResponse(
            campaign.Id.Value,
            now,
            isListening,
            campaign.StartsAt.ToDateTimeOffset(),
            campaign.EndsAt.ToDateTimeOffset(),
            [.. plan.Select(key => Show(key, known.GetValueOrDefault(key.Row), period, now, isListening))],
            [.. NotSearched(campaign)],
            Budget(campaign.Budget, spending),
            SearchForecast.Of(planned, plan.Count, campaign.Budget, spending, search => EndOf(search, period), isListening ? now : null)));
    }

    private long EndOf(SearchRow search, ListeningPeriod period) =>
        period.To + (long)(directory.Find(search.Key.Channel) is { } channel ? channel.Terms.LateBy : TimeSpan.Zero).TotalSeconds;

    private static SearchResponse Show(SearchKey key, SearchRow? search, ListeningPeriod period, DateTimeOffset now, bool isListening)
    {
        var elapsed = Math.Min(now.ToUnixTimeSeconds(), period.To) - period.From;
        var searched = search?.Ledger.Segments.Where(segment => segment.State == SearchState.Searched)
            .Sum(segment => Math.Max(0, Math.Min(segment.To, period.To) - Math.Max(segment.From, period.From)));
        return new SearchResponse(
            key.Channel,
            key.Place?.AbsoluteUri,
            key.Hashtag,
            CoverageState.Of(search?.State ?? SearchState.NotAsked),
            search?.Reason,
            Time(search?.AskedAt),
            Time(LookedTo(search, period)),
            isListening ? Time(search?.NextAt) : null,
            search?.Paced is > 0 and var every ? every : null,
            search?.Ledger.Asked,
            search?.Ledger.Got,
            search is null || elapsed <= 0 ? null : Math.Round(Math.Min(1, (double)searched!.Value / elapsed), 6),
            search?.Open.Count ?? 0);
    }

    /// <summary>The end of what was searched without a gap from the start on.</summary>
    private static long? LookedTo(SearchRow? search, ListeningPeriod period) =>
        search?.Ledger.Segments.FirstOrDefault(segment => segment.State == SearchState.Searched && segment.From <= period.From && segment.To > period.From) is { Length: > 0 } first
            ? first.To
            : null;

    private IEnumerable<NotSearchedResponse> NotSearched(Campaign campaign)
    {
        foreach (var channel in campaign.Listening.Channels ?? [])
        {
            if (directory.Find(channel) is not { } search)
            {
                yield return new(channel, "The engine is not set up to search this channel; hand its mentions in with POST /api/mentions.");
            }
            else if (search.Terms.IsPerFeed && (search.Places ?? campaign.Listening.Feeds).Count == 0)
            {
                yield return new(channel, "There is no place to search: name feeds in the campaign's listening plan.");
            }
        }
    }

    private static BudgetResponse Budget(CampaignBudget budget, Spending spending)
    {
        var spent = spending.In(budget.Currency);
        return new BudgetResponse(
            new BudgetPart<long>(budget.Calls, spending.Calls, budget.Calls is { } calls ? Math.Max(0, calls - spending.Calls) : null),
            new MoneyPart(budget.Money, spent, budget.Money is { } money ? Math.Max(0, money - spent) : null, budget.Currency),
            spending.Money.Where(one => one.Key != budget.Currency).ToDictionary());
    }

    private static DateTimeOffset? Time(long? seconds) => seconds is { } known ? DateTimeOffset.FromUnixTimeSeconds(known) : null;
}
