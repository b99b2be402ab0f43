using Campaigns.Listening.Search;
using Campaigns.Planning;
using Campaigns.Results.RollUps;
using Campaigns.Results.Windows;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Results.Comparison;

/// <summary>Reads what a campaign is compared with. Of another campaign its roll-up tells everything.</summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="summaries">Where roll-ups rest.</param>
/// <param name="rollUps">Reads them whole.</param>
/// <param name="directory">What should be looked at.</param>
/// <param name="time">The clock.</param>
public sealed class ComparisonReader(CampaignTable campaigns, SummaryTable summaries, RollUpReader rollUps, SearchDirectory directory, TimeProvider time)
{
    /// <summary>Whether a campaign runs that is compared with another one: then its days are read too, to set as many beside each other.</summary>
    internal bool NeedsDays(Campaign campaign) => campaign.CompareWith is not null && ElapsedDays(campaign) > 0;

    /// <summary>Sets results beside those of the campaign that the plan names.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="results">Its results.</param>
    /// <param name="rolled">The roll-up that they are of; null where its days are not needed.</param>
    /// <param name="request">The request: of another campaign that its caller may not open nothing is told.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <returns>Null where the other one's days are needed and were of another moment than its totals each time.</returns>
    internal async Task<ResultsResponse?> WithOtherAsync(Campaign campaign, ResultsResponse results, RolledUp? rolled, HttpRequest request, CancellationToken cancellationToken)
    {
        if (campaign.CompareWith is not { } id)
        {
            return results;
        }

        var (now, plan) = (time.GetUtcNow(), directory.CoverageOf(campaign));
        if ((CompareWithRule.IsOpenTo(request, id) ? await campaigns.FindAsync(id, cancellationToken) : null) is not { } other)
        {
            return ComparisonWriter.With(campaign, results, null, null, now);
        }

        var days = rolled is null ? 0 : Math.Min(ElapsedDays(campaign), DaysOver(other));
        var there = days > 0 ? await rollUps.ReadAsync(other, withSupporters: false, cancellationToken) : null;
        if (days > 0 && there is null)
        {
            return null;
        }

        var summary = there is not null ? there.Summary : (await summaries.FindAsync(other.Id.Value, other.Generation, cancellationToken))?.Summary;
        var beside = ResultsSources.None(directory.CoverageOf(other), now);
        var compared = ComparisonWriter.With(campaign, results, other, ResultsWriter.Write(other, summary, beside), now);
        if (rolled is null || there is null)
        {
            return compared;
        }

        return ComparisonWriter.WithSoFar(
            compared,
            WindowWriter.Write(campaign, DayWindow.FirstOf(campaign, days), rolled, ResultsSources.None(plan, now)),
            WindowWriter.Write(other, DayWindow.FirstOf(other, days), there, beside));
    }

    /// <summary>How many of a campaign's days are over while it runs; 0 before its second day and after its end.</summary>
    private int ElapsedDays(Campaign campaign) => time.GetUtcNow() < campaign.EndsAt.ToDateTimeOffset() ? DaysOver(campaign) : 0;

    /// <summary>How many of a campaign's days are over: none before its second one, all after its end.</summary>
    private int DaysOver(Campaign campaign)
    {
        var (now, whole) = (NodaTime.Instant.FromDateTimeOffset(time.GetUtcNow()), DayWindow.Of(campaign));
        return now < campaign.StartsAt ? 0 : now >= campaign.EndsAt ? whole.Days : NodaTime.Period.DaysBetween(whole.From, now.InZone(campaign.TimeZone).Date);
    }
}
