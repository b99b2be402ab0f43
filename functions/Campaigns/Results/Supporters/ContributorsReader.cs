using Campaigns.Http;
using Campaigns.Planning;
using Campaigns.Results.RollUps;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Campaigns.Results.Supporters;

/// <summary>Reads what those said whom a campaign names, from one roll-up.</summary>
/// <param name="campaigns">Where campaigns rest.</param>
/// <param name="rollUps">Reads roll-ups whole.</param>
public sealed class ContributorsReader(CampaignTable campaigns, RollUpReader rollUps)
{
    /// <summary>Answers with a page of supporters.</summary>
    /// <param name="campaignId">The campaign's id, as the route has it.</param>
    /// <param name="request">The request with <c>limit</c> and <c>after</c>.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IResult> ReadAsync(string campaignId, HttpRequest request, CancellationToken cancellationToken)
    {
        var faults = new Faults();
        var paging = Paging.From(request, faults);
        var place = paging.After is { } after ? ContributorsPlace.Of(after) : null;
        if (paging.After is not null && place is null)
        {
            faults.Add("after", paging.After, "must be the next of the page before");
        }

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
            return ResultsReader.Unsettled();
        }

        var (summary, supporters) = (rolled.Summary, rolled.Supporters);
        var first = ContributorsPlace.First(summary);
        var start = place ?? first;
        if (start.List != first.List)
        {
            return Problems.Gone("Supporters said more since the page before; read them from the beginning.");
        }

        var others = summary?.Totals.Authors?.Contributors - summary?.Named;
        var isFew = others > 0 && others < campaign.SuppressBelow;
        var hidesFollowers = isFew || TellsOfFew(summary?.Totals.Authors, campaign.SuppressBelow);
        return CachedAnswer.Json(request, new ContributorsResponse(
            summary?.AsOf,
            supporters.Skip(start.Number).Take(paging.Limit).Select(supporter => Response(supporter, campaign.TimeZone, hidesFollowers)),
            supporters.Count - start.Number > paging.Limit ? (start with { Number = start.Number + paging.Limit }).ToString() : null,
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
