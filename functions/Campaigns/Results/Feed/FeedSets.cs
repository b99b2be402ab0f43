using Campaigns.Listening.Coverage;
using Campaigns.Listening.Search;
using Campaigns.Publishing;
using Campaigns.Results.Feed.Sets;
using Campaigns.Results.Reported;
using Campaigns.Results.RollUps;

namespace Campaigns.Results.Feed;

/// <summary>Every set of the feed: the dimensions, then the facts.</summary>
internal sealed class FeedSets(
    FeedCampaigns campaigns, HoursTable hours, FeedTimelines timelines, PostTable posts, HoldSwitch hold, CoverageTable coverage, SearchDirectory directory, FeedResults results,
    EntryTable entries, TimeProvider time)
{
    public IReadOnlyList<FeedSet> All { get; } =
    [
        new CampaignRows(campaigns),
        new ChannelRows(),
        new HashtagRows(campaigns),
        new OrganisationRows(campaigns),
        new AccountRows(campaigns, posts, entries),
        new PostRows(campaigns, posts),
        new DefinitionRows(),
        new DateRows(campaigns, posts, entries),
        new UsesHourly(campaigns, hours),
        new MentionsHourly(campaigns, hours),
        new PeopleDaily(campaigns, timelines),
        new SentimentDaily(campaigns, timelines),
        new Deliveries(campaigns, posts, hold),
        new CoverageHourly(campaigns, coverage, directory, time),
        new FollowersDaily(campaigns, entries),
        new PostMetricsDaily(campaigns, posts, entries),
        new ObjectiveStatus(campaigns, results),
        new FigureRows(campaigns, results),
    ];
}
