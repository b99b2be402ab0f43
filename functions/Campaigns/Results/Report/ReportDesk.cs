using Campaigns.Http;
using Campaigns.Planning;
using Campaigns.Results.RollUps;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Results.Report;

/// <summary>Answers with a campaign's report.</summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="rollUps">Reads roll-ups.</param>
/// <param name="results">Reads the results.</param>
/// <param name="time">The clock.</param>
public sealed class ReportDesk(CampaignTable campaigns, RollUpReader rollUps, ResultsReader results, TimeProvider time)
{
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

        if (await rollUps.ReadAsync(campaign, withSupporters: true, cancellationToken) is not { } rolled)
        {
            return ResultsReader.Unsettled(request);
        }

        var whole = await results.OfAsync(campaign, rolled.Summary, request, cancellationToken);
        return ReportAnswer.Of(request, format, ReportWriter.Write(campaign, whole, rolled.Summary, rolled.Heard, rolled.Supporters, time.GetUtcNow()));
    }
}
