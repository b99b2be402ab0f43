using System.Globalization;
using Campaigns.Http;
using Campaigns.Planning;
using Campaigns.Results.RollUps;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Campaigns.Results.Supporters;

/// <summary>Reads what those said whom a campaign names, from its roll-up.</summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="summaries">Where roll-ups rest.</param>
public sealed class ContributorsReader(CampaignTable campaigns, SummaryTable summaries)
{
    /// <summary>Answers with a page of supporters.</summary>
    /// <param name="campaignId">The campaign's id, as the route has it.</param>
    /// <param name="request">The request with <c>limit</c> and <c>after</c>.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IResult> ReadAsync(string campaignId, HttpRequest request, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        var paging = Paging.From(request, faults);
        var start = 0;
        if (paging.After is { } after && !int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out start))
        {
            faults.Add("after", after, "must be the next of the page before");
        }

        if (faults.Any)
        {
            return Problems.Unprocessable(faults);
        }

        if (await campaigns.FindAsync(campaignId, cancellationToken) is not { } campaign)
        {
            return CampaignPlanner.Missing(campaignId);
        }

        var reading = summaries.FindAsync(campaign.Id.Value, campaign.Generation, cancellationToken);
        var supporters = await summaries.ReadSupportersAsync(campaign.Id.Value, campaign.Generation, cancellationToken);
        var summary = (await reading)?.Summary;
        var others = summary?.Totals.Authors?.Contributors - summary?.Named;
        var isFew = others > 0 && others < campaign.SuppressBelow;
        var hidesFollowers = isFew || TellsOfFew(summary?.Totals.Authors, campaign.SuppressBelow);
        return CachedAnswer.Json(request, new ContributorsResponse(
            summary?.AsOf,
            supporters.Skip(start).Take(paging.Limit).Select(supporter => Response(supporter, campaign.TimeZone, hidesFollowers)),
            supporters.Count - start > paging.Limit ? (start + paging.Limit).ToString(CultureInfo.InvariantCulture) : null,
            new OtherContributorsResponse(isFew ? null : others, isFew ? FigureStatus.Suppressed : StatusOf(others, FigureStatus.NotYet))));
    }

    /// <summary>
    /// Whether so few others have told their followers that the campaign's reach or impressions, which are always told, less those of who is named would be
    /// theirs. Parts of the campaign hide their own figures then (<see cref="PeopleDisclosure"/>).
    /// </summary>
    private static bool TellsOfFew(AuthorTotals? campaign, int below) =>
        campaign is not null && (Disclosure.IsFew(campaign.Unnamed.WithReach, below) || Disclosure.IsFew(campaign.Unnamed.WithImpressions, below));

    private static string StatusOf(long? value, string unknown) => value is null ? unknown : value == 0 ? FigureStatus.Zero : FigureStatus.Value;

    private static ContributorResponse Response(SupporterTotals supporter, DateTimeZone zone, bool hidesFollowers) => new(
        supporter.Channel, supporter.Name, supporter.Handle, supporter.Kind, supporter.Mentions, supporter.Uses,
        LocalTimes.Of(supporter.First, zone)!.Value, LocalTimes.Of(supporter.Last, zone)!.Value,
        hidesFollowers ? null : supporter.Followers, hidesFollowers ? FigureStatus.Suppressed : StatusOf(supporter.Followers, FigureStatus.NotOffered));
}
