using Campaigns.Channels;
using Campaigns.Confidentiality;
using Campaigns.Listening.Coverage;
using Campaigns.Planning;
using Microsoft.Extensions.Logging;

namespace Campaigns.Listening.Search;

/// <summary>A few pages of one search. Before each request its cost is reserved and the lease renewed, after it the answer and the cost are written: both in one transaction.</summary>
internal sealed partial class SearchRun(
    ListenedCampaigns campaigns, Campaign campaign, ISearch search, SearchDirectory directory, SearchTable table, SearchIntake intake,
    SearchTurns turns, SearchOptions options, TimeProvider time, ILogger log)
{
    /// <summary>The pages of one message; more go on with the next, behind what waits.</summary>
    public const int MostPages = 5;

    /// <summary>How long a request may take; channels give up well before.</summary>
    private static readonly TimeSpan LongestAsk = TimeSpan.FromSeconds(100);

    /// <summary>How many seconds a worker has for one page: longer than a request and its writes may take.</summary>
    private const long WorkSeconds = 4 * 60;

    private readonly ListeningPeriod period = ListeningPeriod.Of(campaign);
    private readonly SearchTerms terms = directory.TermsOf(search);
    private Spending spending = Spending.None;

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Which part of the campaign's budget is spent, as last read.</summary>
    public decimal BudgetUsed => spending.ShareOf(campaign.Budget);

    private int Least => (int)options.SearchEvery.TotalSeconds;

    // Whoever plans one campaign names its feeds, and could write whatever they like in one: it is not for other campaigns to count.
    private IReadOnlyList<string> Only => search.ReadsPlan ? [campaign.Id.Value] : [];

    private long Last => period.To + (long)terms.LateBy.TotalSeconds;

    /// <summary>Searches.</summary>
    /// <returns>The search as it was left; null where another worker took it over.</returns>
    public async Task<SearchRow?> RunAsync(SearchRow row, CancellationToken cancellationToken)
    {
        row = row.Opened(period, terms, Now, Least);
        spending = await table.SpendingAsync(campaign, cancellationToken);
        for (var page = 1; ; page++)
        {
            if (row.Open.Count == 0)
            {
                return await WriteAsync(spent => (Rested(row, spent), spent), cancellationToken);
            }

            if (Unasked(row) is { } stopped)
            {
                return await WriteAsync(spent => (stopped, spent), cancellationToken);
            }

            if (await ReserveAsync(row, cancellationToken) is not { } reserved)
            {
                return null;
            }

            if (reserved.Lease.Length == 0)
            {
                return reserved;
            }

            var isLast = page == MostPages;
            var after = await PageAsync(reserved, isLast, cancellationToken);
            if (after is null || after.Lease.Length == 0 || isLast)
            {
                return after;
            }

            row = after;
        }
    }

    /// <summary>What stops a search before anything is asked.</summary>
    private SearchRow? Unasked(SearchRow row)
    {
        if (turns.WaitsUntil(row.Key.Server, time.GetUtcNow()) is { } until)
        {
            return Stopped(row, SearchState.RateLimited, "The channel asked to wait.", until.ToUnixTimeSeconds(), 0);
        }

        var isPaid = terms.PricePerCall > 0 || terms.PricePerItem > 0;
        return isPaid && campaign.Budget.Money is not null && campaign.Budget.Currency != terms.Currency
            ? Stopped(row, SearchState.Refused, $"The channel's prices are in {terms.Currency} and the campaign's budget is in {campaign.Budget.Currency}: put a budget in {terms.Currency}.", Now + 3600, 0)
            : null;
    }

    /// <summary>Adds the most that the page can cost to what is spent, or stops where the budget does not allow it.</summary>
    private Task<SearchRow?> ReserveAsync(SearchRow row, CancellationToken cancellationToken)
    {
        var working = row with { Lease = Stamps.New(), LeaseUntil = Now + WorkSeconds, IsQueued = false };
        var (calls, money) = Spending.MostOf(terms);
        return WriteAsync(
            spent => spent.Affords(campaign.Budget, terms)
                ? (working, spent.Plus(calls, money, terms.Currency))
                : (Stopped(row, SearchState.OutOfBudget, spent.Exhausted(campaign.Budget, terms), Now + (long)options.SearchAtLeastEvery.TotalSeconds, 0), spent),
            cancellationToken);
    }

    private async Task<SearchRow?> PageAsync(SearchRow row, bool isLast, CancellationToken cancellationToken)
    {
        var window = row.Open[^1];
        var page = await AskAsync(row.Key, window, cancellationToken);
        var got = page is SearchPage.Found found ? await intake.TakeAsync(campaigns, row.Key.Channel, found.Items, window.NewFrom, Only, cancellationToken) : 0;
        var cost = CostOf(page);
        var after = After(row with { AskedAt = Now, Round = row.Round.Plus(page.Requests, cost, got) }, page, got);
        if (after.Lease.Length > 0 && after.Open.Count > 0)
        {
            after = after with { Lease = Stamps.New(), LeaseUntil = Now + (isLast ? SearchClaim.Seconds : WorkSeconds), IsQueued = isLast };
        }

        var (calls, money) = Spending.MostOf(terms);
        return await WriteAsync(
            spent =>
            {
                var settled = spent.Plus(page.Requests - calls, cost - money, terms.Currency);
                return (after.Lease.Length > 0 && after.Open.Count == 0 ? Rested(after, settled) : after, settled);
            },
            cancellationToken);
    }

    private SearchRow After(SearchRow row, SearchPage page, long got)
    {
        switch (page)
        {
            case SearchPage.Found found:
                return row.After(found, terms, got) with { StoppedAt = null };
            case SearchPage.RateLimited limited:
                var until = Math.Clamp(limited.Until.ToUnixTimeSeconds(), Now + 10, Now + (6 * 3600));
                turns.Wait(row.Key.Server, DateTimeOffset.FromUnixTimeSeconds(until));
                return Stopped(row, SearchState.RateLimited, "The channel asked to wait.", until, page.Requests);
            case SearchPage.Refused refused:
                return Stopped(row, SearchState.Refused, refused.Reason, Now + 3600, page.Requests);
            default:
                return Stopped(row, SearchState.Failed, ((SearchPage.Failed)page).Reason, Now + SearchAnswers.BackOff(row.Failures), page.Requests);
        }
    }

    /// <summary>What a page cost. A channel charges for what it answers; whether it charges for an answer that was lost, nobody knows.</summary>
    private decimal CostOf(SearchPage page) => page switch
    {
        SearchPage.Found found => (found.Requests * terms.PricePerCall) + (found.Items.Count * terms.PricePerItem),
        SearchPage.Failed => page.Requests * terms.PricePerCall,
        _ => 0,
    };

    // A server may say anything in an error, a part of a post too, and this rests and is shown.
    private SearchRow Stopped(SearchRow row, SearchState state, string reason, long nextAt, long asked) =>
        row.Stopped(state, PersonalData.Redact(reason), nextAt, asked) with { StoppedAt = row.StoppedAt ?? Now, AskedAt = Now, Lease = "" };

    private SearchRow Rested(SearchRow row, Spending spent)
    {
        var paced = SearchPace.Of(campaign.Budget, spent, row.Usual?.Then(row.Round) ?? row.Round, directory.PlanOf(campaign).Count, terms, Last - Now);
        return row.Rested(options, paced, Last, Now);
    }

    private async Task<SearchPage> AskAsync(SearchKey key, OpenWindow window, CancellationToken cancellationToken)
    {
        var query = new SearchQuery(
            key.Hashtag, key.Place, DateTimeOffset.FromUnixTimeSeconds(window.From), DateTimeOffset.FromUnixTimeSeconds(window.To), window.Cursor);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LongestAsk);
        try
        {
            return await search.SearchAsync(query, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SearchPage.Failed($"The channel did not answer within {LongestAsk.TotalSeconds} seconds.");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Failed(log, fault, key.Channel);
            return new SearchPage.Failed("The channel's answer could not be read; the log says why.");
        }
    }

    private async Task<SearchRow?> WriteAsync(Func<Spending, (SearchRow Search, Spending Spending)> change, CancellationToken cancellationToken)
    {
        if (await table.WriteAsync(campaign, spending, change, cancellationToken) is not { } written)
        {
            return null;
        }

        spending = written.Spending;
        return written.Search;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The search of {Channel} failed.")]
        public static partial void Failed(ILogger logger, Exception fault, string channel);
    }
}
