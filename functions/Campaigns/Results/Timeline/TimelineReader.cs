using Campaigns.Http;
using Campaigns.Insight;
using Campaigns.Listening.Coverage;
using Campaigns.Listening.Search;
using Campaigns.Planning;
using Campaigns.Results.Exports;
using Campaigns.Results.RollUps;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Results.Timeline;

/// <summary>Reads timelines: the campaign, its roll-up with its days, its coverage, and by the day what its texts come to.</summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="rollUps">Reads roll-ups whole.</param>
/// <param name="coverage">What was looked at.</param>
/// <param name="insight">What texts come to.</param>
/// <param name="directory">What should be looked at.</param>
/// <param name="time">The clock.</param>
public sealed class TimelineReader(CampaignTable campaigns, RollUpReader rollUps, CoverageTable coverage, InsightTable insight, SearchDirectory directory, TimeProvider time)
{
    /// <summary>Answers with a campaign's timeline in the format that the request asks for.</summary>
    /// <param name="campaignId">Its id, as the route has it.</param>
    /// <param name="request">The request with <c>grain</c>.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public Task<IResult> ReadAsync(string campaignId, HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var faults = new Faults();
        var format = AnswerFormat.Asked(request, ExportedAnswer.OfTimeline, faults);
        return faults.Any ? Task.FromResult(Problems.Unprocessable(faults)) : ReadAsync(campaignId, format, request, cancellationToken);
    }

    /// <summary>Answers with a campaign's timeline.</summary>
    /// <param name="campaignId">Its id, as the route has it.</param>
    /// <param name="format">The format.</param>
    /// <param name="request">The request with <c>grain</c>.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    internal async Task<IResult> ReadAsync(string campaignId, AnswerFormat format, HttpRequest request, CancellationToken cancellationToken)
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
            return ResultsReader.Unsettled();
        }

        var texts = grain == "day" ? await insight.ReadDaysAsync(campaign.Id.Value, campaign.Generation, cancellationToken) : [];
        var writer = new TimelineWriter(campaign, CoverageHours.Of(await recorded, campaign, directory.CoverageOf(campaign), time.GetUtcNow()));
        return ExportedAnswer.Of(
            request, format, campaign.Id.Value, grain == "hour" ? writer.Hours(rolled.Summary?.AsOf, rolled.Heard) : writer.Days(rolled.Summary, rolled.Heard, new SentimentSums(campaign, texts)));
    }
}
