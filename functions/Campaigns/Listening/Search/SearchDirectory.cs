using Campaigns.Channels;
using Campaigns.Listening.Coverage;
using Campaigns.Planning;
using Microsoft.Extensions.Options;

namespace Campaigns.Listening.Search;

/// <summary>The searches that the engine is set up for, and what of them a campaign's plan asks for.</summary>
/// <param name="searches">Every search there is.</param>
/// <param name="options">Prices that are not what the engine knows.</param>
public sealed class SearchDirectory(IEnumerable<ISearch> searches, IOptions<SearchOptions> options)
{
    private readonly IReadOnlyList<ISearch> configured = [.. searches.Where(search => search.IsConfigured)];

    /// <summary>Whether anything can be searched.</summary>
    public bool Any => configured.Count > 0;

    /// <summary>How late an item may be found, on the channel where it may be latest.</summary>
    internal TimeSpan LateBy => configured.Select(search => search.Terms.LateBy).DefaultIfEmpty().Max();

    /// <summary>The search of a channel; null where the engine is not set up for it.</summary>
    /// <param name="channel">The channel.</param>
    public ISearch? Find(string channel) => configured.FirstOrDefault(search => search.Channel == channel);

    /// <summary>What a channel allows, at the prices that hold here.</summary>
    /// <param name="search">The channel's search.</param>
    public SearchTerms TermsOf(ISearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        return options.Value.Prices.TryGetValue(search.Channel, out var price)
            ? search.Terms with
            {
                PricePerCall = price.PerCall ?? search.Terms.PricePerCall,
                PricePerItem = price.PerItem ?? search.Terms.PricePerItem,
                Currency = price.Currency ?? search.Terms.Currency,
            }
            : search.Terms;
    }

    /// <summary>What a campaign's coverage is measured against.</summary>
    /// <param name="campaign">The campaign.</param>
    public CoveragePlan CoverageOf(Campaign campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return new CoveragePlan(
            [.. PlanOf(campaign).Select(key => new PlannedSearch(key.Channel, key.Place?.AbsoluteUri, key.Hashtag))], [.. configured.Select(search => search.Channel)]);
    }

    /// <summary>Everything that is searched for a campaign: its hashtags in each place of each of its channels.</summary>
    /// <param name="campaign">The campaign.</param>
    internal IReadOnlyList<SearchKey> PlanOf(Campaign campaign) =>
    [
        .. from search in configured
           where campaign.Listening.Channels?.Contains(search.Channel, StringComparer.Ordinal) != false
           from place in PlacesOf(search, campaign)
           from hashtag in campaign.Hashtags
           select new SearchKey(search.Channel, place, hashtag.Tag.Folded),
    ];

    private static IEnumerable<Uri?> PlacesOf(ISearch search, Campaign campaign)
    {
        if (!search.Terms.IsPerFeed)
        {
            return [null];
        }

        return (search.Places ?? campaign.Listening.Feeds).DistinctBy(place => place.AbsoluteUri);
    }
}
