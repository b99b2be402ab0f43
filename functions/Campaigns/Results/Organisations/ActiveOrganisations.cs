using Campaigns.Listening.Supporters;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Results.Metrics;
using Campaigns.Results.Reported;
using Campaigns.Results.RollUps;

namespace Campaigns.Results.Organisations;

/// <summary>Counts which of the organisations that a campaign names took part lately: by a mention, or by a post of the campaign that they published.</summary>
internal static class ActiveOrganisations
{
    // How many days count as lately.
    private const int Days = 30;

    public static ActiveOrganisationsResponse Write(Campaign campaign, Summary? summary, OwnSide own, Figures figures)
    {
        var ends = campaign.EndsAt.ToDateTimeOffset();
        var until = summary is null ? (DateTimeOffset?)null : summary.AsOf < ends ? summary.AsOf : ends;
        var from = until?.AddDays(-Days);
        var (listed, active) = (Listed(campaign, own)?.Count, from is null || own.Listed is null || own.Said is null ? (int?)null : Active(campaign, own.Said, own.Deliveries, from.Value, until!.Value).Count);
        var (at, whyNull) = ("/organisationsActive", own.Listed is null ? FigureStatus.NotOffered : FigureStatus.NotYet);
        return new ActiveOrganisationsResponse(
            Number("listed", OrganisationDefinitions.Listed, (long?)listed, LocalTimes.Of(campaign.UpdatedAt, campaign.TimeZone), whyNull),
            Number("active", OrganisationDefinitions.Active, (long?)active, summary?.AsOf ?? campaign.SealedAt, whyNull),
            Number<double>(
                "share", OrganisationDefinitions.ActiveShare, active is { } number && listed > 0 ? Math.Round((double)number / listed.Value, 4) : null, summary?.AsOf ?? campaign.SealedAt,
                active is null ? whyNull : FigureStatus.NotOffered),
            LocalTimes.Of(from, campaign.TimeZone), LocalTimes.Of(until, campaign.TimeZone));

        T? Number<T>(string name, MetricDefinition definition, T? value, DateTimeOffset? asOf, string status)
            where T : struct, System.Numerics.INumber<T>
        {
            figures.Entered($"{at}/{name}", definition, value, asOf, status);
            if (value is null && own.Listed is null)
            {
                figures.Put($"{at}/{name}", figures.All[$"{at}/{name}"] with { Why = "Whom the campaign named is kept no longer." });
            }

            return value;
        }
    }

    /// <summary>An organisation with several accounts is one: by its name.</summary>
    private static HashSet<string>? Listed(Campaign campaign, OwnSide own) => own.Listed is null ? null : Names(
        [.. own.Listed.Where(one => one.Kind == SupporterKind.Organisation).Select(one => one.Name), .. campaign.Accounts.Select(account => account.Organisation?.Name).OfType<string>()]);

    private static HashSet<string> Active(Campaign campaign, IReadOnlyList<SupporterTotals> said, IReadOnlyList<Delivery> deliveries, DateTimeOffset since, DateTimeOffset until) => Names(
    [
        // Who first spoke up later is of the next roll-up.
        .. said.Where(one => one.Kind == SupporterKind.Organisation && one.Last >= since && one.First < until).Select(one => one.Name),
        .. from delivery in deliveries
           where delivery.State == DeliveryState.Published && delivery.PublishedAt >= since && delivery.PublishedAt < until
           from account in campaign.Accounts
           where account.Organisation is not null && account.Channel == delivery.Channel && account.Account.Is(delivery.Account.Value)
           select account.Organisation!.Name,
    ]);

    private static HashSet<string> Names(IEnumerable<string> names) => new(names.Select(name => name.Trim()), StringComparer.OrdinalIgnoreCase);
}
