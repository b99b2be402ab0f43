using Campaigns.Http;
using Campaigns.Results.RollUps;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Results.Report;

/// <summary>Answers with a campaign's report.</summary>
/// <param name="rollUps">Reads roll-ups.</param>
/// <param name="results">Reads the results.</param>
/// <param name="time">The clock.</param>
public sealed class ReportDesk(RollUpReader rollUps, ResultsReader results, TimeProvider time)
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
        var (asked, problem) = await results.AskedAsync(campaignId, faults, request, cancellationToken);
        if (asked is null)
        {
            return problem!;
        }

        var (campaign, window, _) = asked;
        if (await rollUps.ReadAsync(campaign, withSupporters: window is null, cancellationToken) is not { } rolled)
        {
            return ResultsReader.Unsettled();
        }

        if (await results.OfAsync(asked, rolled, request, cancellationToken) is not { } told)
        {
            return ResultsReader.Unsettled();
        }

        return ReportAnswer.Of(request, format, window is null
            ? ReportWriter.Write(campaign, told, rolled.Summary, rolled.Heard, rolled.Supporters, time.GetUtcNow())
            // Who said what on which of these days is not kept: supporters stand for the whole campaign.
            : ReportWriter.Write(window.Narrow(campaign), told, null, [.. rolled.Heard.Where(day => window.Has(day.Day))], [], time.GetUtcNow()));
    }
}
