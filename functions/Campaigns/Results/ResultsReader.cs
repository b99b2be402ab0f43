using Campaigns.Http;
using Campaigns.Planning;
using Campaigns.Results.Comparison;
using Campaigns.Results.Exports;
using Campaigns.Results.RollUps;
using Campaigns.Results.Windows;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Results;

/// <summary>Reads results: the campaign, its roll-up, its coverage, what its texts come to and what people entered, never a mention.</summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="summaries">Where roll-ups rest.</param>
/// <param name="rollUps">Reads them whole.</param>
/// <param name="sources">Reads everything else.</param>
/// <param name="comparisons">What campaigns are compared with.</param>
public sealed class ResultsReader(CampaignTable campaigns, SummaryTable summaries, RollUpReader rollUps, SourcesReader sources, ComparisonReader comparisons)
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
        var (asked, problem) = await AskedAsync(campaignId, faults, request, cancellationToken);
        if (asked is null)
        {
            return problem!;
        }

        var results = !asked.IsOfDays ? await OfAsync(asked.Campaign, request, cancellationToken)
            : await rollUps.ReadAsync(asked.Campaign, withSupporters: false, cancellationToken) is { } rolled ? await OfAsync(asked, rolled, request, cancellationToken)
            : null;
        return results is null ? Unsettled() : ExportedAnswer.Of(request, format, results);
    }

    /// <summary>Finds the campaign and the days that a request asks for, or says what is wrong with it, all at once.</summary>
    /// <param name="campaignId">The campaign's id, as the route has it.</param>
    /// <param name="faults">What is wrong already.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    internal async Task<(AskedResults? Asked, IResult? Problem)> AskedAsync(string campaignId, Faults faults, HttpRequest request, CancellationToken cancellationToken)
    {
        if (WindowQuery.Malformed(request) is { } malformed)
        {
            return (null, malformed);
        }

        if (await campaigns.FindAsync(campaignId, cancellationToken) is not { } campaign)
        {
            return (null, faults.Any ? Problems.Unprocessable(faults) : CampaignPlanner.Missing(campaignId));
        }

        var (window, others) = (WindowQuery.Shown.In(request, campaign, faults), WindowQuery.Compared.In(request, campaign, faults));
        return faults.Any
            ? (null, Problems.Unprocessable(faults))
            : (new AskedResults(campaign, window, WindowQuery.Compared.IsIn(request) ? others ?? DayWindow.Of(campaign) : null), null);
    }

    /// <summary>Reads the results that were asked for of a campaign whose roll-up is at hand.</summary>
    /// <param name="asked">What was asked for.</param>
    /// <param name="rolled">The roll-up.</param>
    /// <param name="request">The request: of another campaign that its caller may not open nothing is told.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <returns>Null where the other campaign's days and totals were of two moments each time.</returns>
    internal async Task<ResultsResponse?> OfAsync(AskedResults asked, RolledUp rolled, HttpRequest request, CancellationToken cancellationToken)
    {
        var (campaign, window, others) = asked;
        var read = await sources.ReadAsync(campaign, cancellationToken);
        if (window is null)
        {
            // Who was active is told of the whole campaign alone.
            (rolled, read) = await OfOneMomentAsync(campaign, rolled, read, cancellationToken);
        }

        if (!asked.IsOfDays)
        {
            return await comparisons.WithOtherAsync(campaign, ResultsWriter.Write(campaign, rolled.Summary, read), rolled, request, cancellationToken);
        }

        var results = window is null ? ResultsWriter.Write(campaign, rolled.Summary, read) : WindowWriter.Write(campaign, window, rolled, read);
        return others is null ? results : ComparisonWriter.WithDays(campaign, results, (window ?? DayWindow.Of(campaign)).Days, WindowWriter.Write(campaign, others, rolled, read), read.Now);
    }

    /// <summary>Reads the results of a campaign that is at hand.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="request">The request: of another campaign that its caller may not open nothing is told.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <returns>Null where days are needed that were of another moment than the totals each time: left out, they would seem not to be there.</returns>
    internal async Task<ResultsResponse?> OfAsync(Campaign campaign, HttpRequest request, CancellationToken cancellationToken)
    {
        var needsDays = comparisons.NeedsDays(campaign);
        var rolled = needsDays ? await rollUps.ReadAsync(campaign, withSupporters: false, cancellationToken) : null;
        if (needsDays && rolled is null)
        {
            return null;
        }

        var found = rolled is null ? summaries.FindAsync(campaign.Id.Value, campaign.Generation, cancellationToken) : null;
        var read = await sources.ReadAsync(campaign, cancellationToken);
        (var whole, read) = await OfOneMomentAsync(campaign, rolled ?? new RolledUp((await found!)?.Summary, [], []), read, cancellationToken);
        return await comparisons.WithOtherAsync(campaign, ResultsWriter.Write(campaign, whole.Summary, read), rolled is null ? null : whole, request, cancellationToken);
    }

    /// <summary>Sets what supporters said beside a roll-up of the same moment. Where one came between the reads, both are read again.</summary>
    private async Task<(RolledUp Rolled, ResultsSources Read)> OfOneMomentAsync(Campaign campaign, RolledUp rolled, ResultsSources read, CancellationToken cancellationToken)
    {
        if (!rolled.HasSupporters && read.Own.IsOf(rolled.Summary))
        {
            return (rolled, read);
        }

        var whole = rolled.HasSupporters ? rolled : await rollUps.ReadAsync(campaign, withSupporters: true, cancellationToken);
        return (whole ?? rolled, read with { Own = read.Own with { Said = whole?.Supporters } });
    }

    /// <summary>What is answered while days and totals are of two moments.</summary>
    internal static IResult Unsettled() => Problems.Unavailable("The figures changed each time they were read; ask again in a moment.");
}
