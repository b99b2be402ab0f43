using Campaigns.Http;
using Campaigns.Planning;
using Campaigns.Results.RollUps;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Results.Report;

/// <summary>Answers with a campaign's report.</summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="summaries">Where roll-ups rest.</param>
/// <param name="results">Reads the results.</param>
/// <param name="time">The clock.</param>
public sealed class ReportDesk(CampaignTable campaigns, SummaryTable summaries, ResultsReader results, TimeProvider time)
{
    private const int MostTries = 6;

    // A roll-up writes its rows within such a time.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Answers with the report in the form that the request asks for.</summary>
    /// <param name="campaignId">The campaign's id, as the route has it.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IResult> ReadAsync(string campaignId, HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var faults = new Faults();
        var format = AnswerFormat.Asked(request, ReportAnswer.Offered, faults);
        if (faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        if (await campaigns.FindAsync(campaignId, cancellationToken) is not { } campaign)
        {
            return CampaignPlanner.Missing(campaignId);
        }

        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            await Task.Delay(Pause * attempt, time, cancellationToken);
            if (await OfOneMomentAsync(campaign, request, cancellationToken) is { } report)
            {
                return ReportAnswer.Of(request, format, report);
            }
        }

        request.HttpContext.Response.Headers.RetryAfter = "5";
        return Problems.Unavailable("The figures changed each time they were read; ask again in a moment.");
    }

    /// <summary>Reads everything; null where a roll-up came between the reads, so that totals and days would tell of two moments.</summary>
    private async Task<CampaignReport?> OfOneMomentAsync(Campaign campaign, HttpRequest request, CancellationToken cancellationToken)
    {
        var (id, generation) = (campaign.Id.Value, campaign.Generation);
        var summary = (await summaries.FindAsync(id, generation, cancellationToken))?.Summary;
        var supporters = summaries.ReadSupportersAsync(id, generation, cancellationToken);
        var days = await summaries.ReadDaysAsync(id, generation, cancellationToken);
        var named = await supporters;
        var whole = await results.OfAsync(campaign, request, cancellationToken);
        // The rows are written before the summary: only their sums tell a roll-up that is not at its end.
        var isOne = summary?.AsOf == whole.AsOf && (summary is null || (summary.Totals.Mentions == days.Sum(day => day.Totals.Mentions)
            && campaign.Hashtags.All(tag => summary.Totals.UsesOf(tag) == days.Sum(day => day.Totals.UsesOf(tag)))));
        return isOne ? ReportWriter.Write(campaign, whole, summary, days, named, time.GetUtcNow()) : null;
    }
}
