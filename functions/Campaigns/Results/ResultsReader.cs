using Campaigns.Http;
using Campaigns.Insight;
using Campaigns.Listening.Coverage;
using Campaigns.Listening.Search;
using Campaigns.Planning;
using Campaigns.Results.Comparison;
using Campaigns.Results.Exports;
using Campaigns.Results.Reported;
using Campaigns.Results.RollUps;
using Campaigns.Results.Timeline;
using Campaigns.Results.Windows;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Results;

/// <summary>Reads results: the campaign, its roll-up, its coverage, what its texts come to and what people entered, never a mention.</summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="summaries">Where roll-ups rest.</param>
/// <param name="rollUps">Reads them whole.</param>
/// <param name="ownSide">What campaigns themselves did.</param>
/// <param name="coverage">What was looked at.</param>
/// <param name="insight">What texts come to.</param>
/// <param name="entries">What people entered by hand.</param>
/// <param name="directory">What should be looked at.</param>
/// <param name="comparisons">What campaigns are compared with.</param>
/// <param name="time">The clock.</param>
public sealed class ResultsReader(
    CampaignTable campaigns, SummaryTable summaries, RollUpReader rollUps, OwnSideReader ownSide, CoverageTable coverage, InsightTable insight, EntryTable entries, SearchDirectory directory,
    ComparisonReader comparisons, TimeProvider time)
{
    /// <summary>Answers with a campaign's results in the format that the request asks for.</summary>
    /// <param name="campaignId">Its id, as the route has it.</param>
    /// <param name="request">The request, which may ask for some days: of a campaign that its caller may not open nothing is told.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public Task<IResult> ReadAsync(string campaignId, HttpRequest request, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        return ReadAsync(campaignId, AnswerFormat.Asked(request, ExportedAnswer.OfResults, faults), faults, request, cancellationToken);
    }

    /// <summary>Answers with a campaign's results.</summary>
    /// <param name="campaignId">Its id, as the route has it.</param>
    /// <param name="format">The format.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    internal Task<IResult> ReadAsync(string campaignId, AnswerFormat format, HttpRequest request, CancellationToken cancellationToken) =>
        ReadAsync(campaignId, format, new Faults(), request, cancellationToken);

    private async Task<IResult> ReadAsync(string campaignId, AnswerFormat format, Faults faults, HttpRequest request, CancellationToken cancellationToken)
    {
        var (campaign, window, problem) = await AskedAsync(campaignId, faults, request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (window is null && !WindowQuery.Compared.IsIn(request))
        {
            return ExportedAnswer.Of(request, format, await OfAsync(campaign!, request, cancellationToken));
        }

        if (await rollUps.ReadAsync(campaign!, withSupporters: false, cancellationToken) is not { } rolled)
        {
            return Unsettled(request);
        }

        var results = window is null ? await OfAsync(campaign! with { CompareWith = null }, rolled, request, cancellationToken) : await OfAsync(campaign!, window, rolled, cancellationToken);
        if (WindowQuery.Compared.IsIn(request))
        {
            var (days, others) = (window ?? DayWindow.Of(campaign!), WindowQuery.Compared.In(request, campaign!, faults) ?? DayWindow.Of(campaign!));
            results = ComparisonWriter.WithDays(campaign!, results, days.Days, await OfAsync(campaign!, others, rolled, cancellationToken));
        }

        return ExportedAnswer.Of(request, format, results);
    }

    /// <summary>Finds the campaign and the days that a request asks for, or says what is wrong with it, all at once.</summary>
    /// <param name="campaignId">The campaign's id, as the route has it.</param>
    /// <param name="faults">What is wrong already.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    internal async Task<(Campaign? Campaign, DayWindow? Window, IResult? Problem)> AskedAsync(string campaignId, Faults faults, HttpRequest request, CancellationToken cancellationToken)
    {
        if (WindowQuery.Malformed(request) is { } malformed)
        {
            return (null, null, malformed);
        }

        if (await campaigns.FindAsync(campaignId, cancellationToken) is not { } campaign)
        {
            return (null, null, faults.Any ? Problems.Unprocessable(faults) : CampaignPlanner.Missing(campaignId));
        }

        var window = WindowQuery.Shown.In(request, campaign, faults);
        _ = WindowQuery.Compared.In(request, campaign, faults);
        return (campaign, window, faults.Any ? Problems.Unprocessable(faults) : null);
    }

    /// <summary>Reads the results of some days of a campaign whose roll-up is at hand.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="window">The days.</param>
    /// <param name="rolled">Its roll-up.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    internal async Task<ResultsResponse> OfAsync(Campaign campaign, DayWindow window, RolledUp rolled, CancellationToken cancellationToken)
    {
        var recorded = coverage.ReadAsync(campaign.Id.Value, campaign.Generation, cancellationToken);
        var entered = entries.ReadAsync(campaign, cancellationToken);
        var own = ownSide.ReadAsync(campaign, cancellationToken);
        var texts = await insight.ReadDaysAsync(campaign.Id.Value, campaign.Generation, cancellationToken);
        return WindowWriter.Write(campaign, window, rolled, await recorded, directory.CoverageOf(campaign), texts, await entered, await own, time.GetUtcNow());
    }

    /// <summary>Reads the results of a campaign that is at hand.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="request">The request: of another campaign that its caller may not open nothing is told.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    internal async Task<ResultsResponse> OfAsync(Campaign campaign, HttpRequest request, CancellationToken cancellationToken)
    {
        // Where a roll-up is under way, the days must wait, and with them what is built on them.
        var rolled = comparisons.NeedsDays(campaign) ? await rollUps.ReadAsync(campaign, withSupporters: false, cancellationToken) : null;
        return await OfAsync(campaign, rolled, rolled is null ? FindAsync(campaign, cancellationToken) : Task.FromResult(rolled.Summary), request, cancellationToken);
    }

    /// <summary>Reads the results of a campaign whose roll-up is at hand too.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="rolled">Its roll-up.</param>
    /// <param name="request">The request: of another campaign that its caller may not open nothing is told.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    internal Task<ResultsResponse> OfAsync(Campaign campaign, RolledUp rolled, HttpRequest request, CancellationToken cancellationToken) =>
        OfAsync(campaign, rolled, Task.FromResult(rolled.Summary), request, cancellationToken);

    private async Task<ResultsResponse> OfAsync(Campaign campaign, RolledUp? rolled, Task<Summary?> summary, HttpRequest request, CancellationToken cancellationToken)
    {
        var recorded = coverage.ReadAsync(campaign.Id.Value, campaign.Generation, cancellationToken);
        var entered = entries.ReadAsync(campaign, cancellationToken);
        var own = ownSide.ReadAsync(campaign, cancellationToken);
        var texts = await insight.ReadDaysAsync(campaign.Id.Value, campaign.Generation, cancellationToken);
        var results = ResultsWriter.Write(campaign, await summary, await recorded, directory.CoverageOf(campaign), texts, await entered, await own, time.GetUtcNow());
        return await comparisons.WithOtherAsync(campaign, results, rolled, request, cancellationToken);
    }

    /// <summary>Answers with a campaign's timeline in the format that the request asks for.</summary>
    /// <param name="campaignId">Its id, as the route has it.</param>
    /// <param name="request">The request with <c>grain</c>.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public Task<IResult> ReadTimelineAsync(string campaignId, HttpRequest request, CancellationToken cancellationToken) => FormattedAsync(
        request, ExportedAnswer.OfTimeline, format => ReadTimelineAsync(campaignId, format, request, cancellationToken));

    /// <summary>Answers with a campaign's timeline.</summary>
    /// <param name="campaignId">Its id, as the route has it.</param>
    /// <param name="format">The format.</param>
    /// <param name="request">The request with <c>grain</c>.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    internal async Task<IResult> ReadTimelineAsync(string campaignId, AnswerFormat format, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await campaigns.FindAsync(campaignId, cancellationToken) is not { } campaign)
        {
            return CampaignPlanner.Missing(campaignId);
        }

        string grain = request.Query["grain"].FirstOrDefault() ?? "day";
        if (grain is not ("hour" or "day"))
        {
            var faults = new Faults();
            faults.Add("grain", grain, "must be hour or day");
            return Problems.Unprocessable(faults);
        }

        var recorded = coverage.ReadAsync(campaign.Id.Value, campaign.Generation, cancellationToken);
        if (await rollUps.ReadAsync(campaign, withSupporters: false, cancellationToken) is not { } rolled)
        {
            return Unsettled(request);
        }

        var texts = grain == "day" ? await insight.ReadDaysAsync(campaign.Id.Value, campaign.Generation, cancellationToken) : [];
        var writer = new TimelineWriter(campaign, CoverageHours.Of(await recorded, campaign, directory.CoverageOf(campaign), time.GetUtcNow()));
        return ExportedAnswer.Of(
            request, format, campaign.Id.Value, grain == "hour" ? writer.Hours(rolled.Summary?.AsOf, rolled.Heard) : writer.Days(rolled.Summary, rolled.Heard, new SentimentSums(campaign, texts)));
    }

    /// <summary>What is answered while days and totals are of two moments.</summary>
    internal static IResult Unsettled(HttpRequest request)
    {
        request.HttpContext.Response.Headers.RetryAfter = "5";
        return Problems.Unavailable("The figures changed each time they were read; ask again in a moment.");
    }

    private async Task<Summary?> FindAsync(Campaign campaign, CancellationToken cancellationToken) =>
        (await summaries.FindAsync(campaign.Id.Value, campaign.Generation, cancellationToken))?.Summary;

    private static Task<IResult> FormattedAsync(HttpRequest request, IReadOnlyList<AnswerFormat> offered, Func<AnswerFormat, Task<IResult>> answer)
    {
        ArgumentNullException.ThrowIfNull(request);
        var faults = new Faults();
        var format = AnswerFormat.Asked(request, offered, faults);
        return faults.Any ? Task.FromResult(Problems.Unprocessable(faults)) : answer(format);
    }
}
