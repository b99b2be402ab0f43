using Campaigns.Listening.Coverage;
using Campaigns.Planning;
using Campaigns.Results.Metrics;
using Campaigns.Results.RollUps;

namespace Campaigns.Results;

/// <summary>Makes the results' answer from a campaign and its roll-up.</summary>
internal static class ResultsWriter
{
    private static readonly string[] Kinds = ["original", "reply", "share", "quote"];

    public static ResultsResponse Write(Campaign campaign, Summary? summary, IReadOnlyList<CoverageEntry> recorded)
    {
        var figures = new Figures(summary?.AsOf);
        var totals = summary?.Totals;
        var authors = totals?.Authors;
        figures.NotYet(
            "/sentiment/positive", "/sentiment/neutral", "/sentiment/negative", "/sentiment/mixed", "/sentiment/analysed",
            "/accounts", "/posts", "/conversation", "/questionnaires", "/objectives");
        return new ResultsResponse
        {
            CampaignId = campaign.Id.Value,
            AsOf = summary?.AsOf,
            From = LocalTimes.Of(campaign.StartsAt, campaign.TimeZone),
            To = LocalTimes.Of(campaign.EndsAt, campaign.TimeZone),
            TimeZone = campaign.TimeZone.Id,
            FirstMentionAt = LocalTimes.Of(summary?.Channels.Values.Select(channel => (DateTimeOffset?)channel.First).Min(), campaign.TimeZone),
            LastMentionAt = LocalTimes.Of(summary?.Channels.Values.Select(channel => (DateTimeOffset?)channel.Last).Max(), campaign.TimeZone),
            Mentions = figures.Counted("/mentions", MetricDefinitions.Mentions, totals?.Mentions),
            MentionsWithoutAuthor = figures.Counted("/mentionsWithoutAuthor", MetricDefinitions.MentionsWithoutAuthor, totals?.WithoutAuthor),
            OwnMentions = figures.Counted("/ownMentions", MetricDefinitions.OwnMentions, totals?.Own),
            Uses = Uses(campaign, totals, figures),
            ByChannel = Channels(campaign, summary, figures),
            ByKind = Kinds.Index().ToDictionary(
                kind => kind.Item, kind => figures.Counted($"/byKind/{kind.Item}", MetricDefinitions.Mentions, totals?.Kinds[kind.Index])),
            Contributors = figures.Counted("/contributors", MetricDefinitions.Contributors, authors?.Contributors),
            Organisations = figures.Counted("/organisations", MetricDefinitions.Organisations, authors?.Organisations),
            Influencers = figures.Counted("/influencers", MetricDefinitions.Influencers, authors?.Influencers),
            PotentialReach = figures.Counted("/potentialReach", MetricDefinitions.PotentialReach, authors?.Reach.Value),
            PotentialReachUnknown = figures.Counted("/potentialReachUnknown", MetricDefinitions.PotentialReachUnknown, authors?.Reach.Unknown),
            PotentialImpressions = figures.Counted("/potentialImpressions", MetricDefinitions.PotentialImpressions, totals?.Impressions.Value),
            PotentialImpressionsUnknown = figures.Counted("/potentialImpressionsUnknown", MetricDefinitions.PotentialImpressionsUnknown, totals?.Impressions.Unknown),
            MentionsPerContributor = figures.Rate(
                "/mentionsPerContributor", MetricDefinitions.MentionsPerContributor, Ratio(totals?.Mentions - totals?.WithoutAuthor - totals?.Own, authors?.Contributors)),
            FollowersPerContributor = figures.Rate(
                "/followersPerContributor", MetricDefinitions.FollowersPerContributor, Ratio(authors?.Reach.Sum, authors?.Reach.Known)),
            Engagements = Engagements(totals, figures),
            Coverage = CoverageList.Of(campaign, summary, recorded),
            Figures = figures.All,
        };
    }

    /// <summary>Uses by hashtag: those in the plan only, by their folded form.</summary>
    private static UsesResponse Uses(Campaign campaign, Totals? totals, Figures figures)
    {
        var byHashtag = campaign.Hashtags.ToDictionary(
            tag => tag.Tag.Folded,
            tag => figures.Counted($"/uses/byHashtag/{tag.Tag.Folded}", MetricDefinitions.Uses, totals?.UsesOf(tag)));
        return new UsesResponse(figures.Counted("/uses/total", MetricDefinitions.Uses, totals is null ? null : byHashtag.Values.Sum()), byHashtag);
    }

    private static Dictionary<string, ChannelResponse> Channels(Campaign campaign, Summary? summary, Figures figures) =>
        (summary?.Channels ?? new Dictionary<string, ChannelTotals>()).ToDictionary(
            channel => channel.Key,
            channel => new ChannelResponse(
                figures.Counted($"/byChannel/{channel.Key}/mentions", MetricDefinitions.Mentions, channel.Value.Mentions),
                figures.Counted($"/byChannel/{channel.Key}/uses", MetricDefinitions.Uses, campaign.Hashtags.Sum(tag => channel.Value.Uses.GetValueOrDefault(tag.Number)))));

    private static EngagementsResponse Engagements(Totals? totals, Figures figures)
    {
        return new EngagementsResponse(
            Known("likes", totals?.Likes), Known("shares", totals?.Shares), Known("comments", totals?.Comments), Known("views", totals?.Views),
            new UnknownEngagements(Unknown("likes", totals?.Likes), Unknown("shares", totals?.Shares), Unknown("comments", totals?.Comments), Unknown("views", totals?.Views)));

        long? Known(string name, KnownSum? sum) => figures.Counted($"/engagements/{name}", MetricDefinitions.Engagements, sum?.Value);
        long? Unknown(string name, KnownSum? sum) => figures.Counted($"/engagements/unknown/{name}", MetricDefinitions.EngagementsUnknown, sum?.Unknown);
    }

    private static double? Ratio(long? of, long? by) => by > 0 ? (double?)of / by : null;
}
