using Campaigns.Listening.Coverage;
using Campaigns.Planning;
using Campaigns.Results.Audience;
using Campaigns.Results.Metrics;
using Campaigns.Results.Objectives;
using Campaigns.Results.Organisations;
using Campaigns.Results.Posts;
using Campaigns.Results.Reported;
using Campaigns.Results.RollUps;

namespace Campaigns.Results;

/// <summary>Makes the results' answer from a campaign and its roll-up.</summary>
internal static class ResultsWriter
{
    private static readonly string[] Kinds = ["original", "reply", "share", "quote"];

    public static ResultsResponse Write(Campaign campaign, Summary? summary, ResultsSources read)
    {
        var (recorded, plan, texts, entered, own, now) = read;
        var hours = CoverageHours.Of(recorded, campaign, plan, now);
        var figures = new Figures(summary?.AsOf, hours.Whole());
        var people = new PeopleWriter(figures, summary?.Totals.Authors, campaign.SuppressBelow, summary is not { Totals.WithoutAuthor: > 0 });
        var topics = new TopicsWriter(campaign, summary, figures);
        var byHashtag = people.Write(
            "/byHashtag", [.. campaign.Hashtags.Select(tag => KeyValuePair.Create(tag.Tag.Folded, summary?.Hashtags.GetValueOrDefault(tag.Number)))],
            impressions: new PartOverlap([.. campaign.Hashtags.Select(tag => summary?.Totals.Impressions.Known - summary?.Hashtags.GetValueOrDefault(tag.Number)?.Impressions.Known ?? 0)], summary?.WithSeveralHashtags ?? 0));
        var byKind = people.Write("/peopleByKind", [.. Kinds.Index().Select(kind => KeyValuePair.Create(kind.Item, summary?.Kinds.ElementAtOrDefault(kind.Index)))]);
        var totals = summary?.Totals;
        // Where no mention told its author, nobody knows how many people there were: that is not zero.
        var authors = totals is { WithoutAuthor: > 0, Authors.Contributors: 0 } ? null : totals?.Authors;
        figures.NotYet("/conversation", "Questions and answers are not gathered yet.");
        figures.NotYet("/questionnaires", "Questionnaires are not offered to people yet.");
        var uses = Uses(campaign, summary, figures);
        var sums = new SentimentSums(campaign, texts);
        var sentiment = new SentimentWriter(campaign, summary, sums, figures);
        var accounts = AccountsWriter.Write(campaign, entered, figures, now);
        var organisations = new OrganisationsWriter(campaign, summary, accounts, own.Deliveries, entered, figures);
        var results = new ResultsResponse
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
            Uses = uses,
            ByChannel = Channels(campaign, summary, figures, people, hours),
            ByHashtag = byHashtag.ToDictionary(tag => tag.Key, tag => Hashtag(campaign, summary, tag.Key, tag.Value, figures)),
            ByKind = Kinds.Index().ToDictionary(
                kind => kind.Item, kind => figures.Counted($"/byKind/{kind.Item}", MetricDefinitions.Mentions, totals?.Kinds[kind.Index])),
            PeopleByKind = byKind,
            Unions = new UnionsResponse(
                new PartUnionsResponse(
                    Interval("contributors/byHashtag", "/byHashtag", byHashtag, MetricDefinitions.Contributors, static part => part.Contributors, figures),
                    Interval("contributors/byKind", "/peopleByKind", byKind, MetricDefinitions.Contributors, static part => part.Contributors, figures)),
                new PartUnionsResponse(
                    Interval("potentialReach/byHashtag", "/byHashtag", byHashtag, MetricDefinitions.PotentialReach, static part => part.PotentialReach, figures),
                    Interval("potentialReach/byKind", "/peopleByKind", byKind, MetricDefinitions.PotentialReach, static part => part.PotentialReach, figures))),
            Topics = topics.Topics(),
            LookAlikes = topics.LookAlikes(),
            CoUse = topics.CoUse(),
            Contributors = figures.Counted("/contributors", MetricDefinitions.Contributors, authors?.Contributors),
            Organisations = figures.Counted("/organisations", MetricDefinitions.Organisations, authors?.Organisations),
            Influencers = figures.Counted("/influencers", MetricDefinitions.Influencers, authors?.Influencers),
            PotentialReach = figures.Counted("/potentialReach", MetricDefinitions.PotentialReach, authors?.Reach.Value),
            PotentialReachUnknown = figures.Counted("/potentialReachUnknown", MetricDefinitions.PotentialReachUnknown, authors?.Reach.Unknown),
            PotentialImpressions = figures.Counted("/potentialImpressions", MetricDefinitions.PotentialImpressions, authors is null ? null : totals?.Impressions.Value),
            PotentialImpressionsUnknown = figures.Counted("/potentialImpressionsUnknown", MetricDefinitions.PotentialImpressionsUnknown, authors is null ? null : totals?.Impressions.Unknown),
            MentionsPerContributor = figures.Rate(
                "/mentionsPerContributor", MetricDefinitions.MentionsPerContributor, Ratio(totals?.Mentions - totals?.WithoutAuthor - totals?.Own, authors?.Contributors)),
            FollowersPerContributor = figures.Rate(
                "/followersPerContributor", MetricDefinitions.FollowersPerContributor, Ratio(authors?.Reach.Sum, authors?.Reach.Known)),
            Engagements = Engagements(totals, figures),
            Sentiment = sentiment.Sentiment(),
            Languages = sentiment.Languages(),
            Phrases = sentiment.Phrases(),
            Services = [],
            Accounts = accounts,
            ByOrganisation = organisations.Organisations(),
            ByArea = organisations.Areas(),
            OrganisationsActive = ActiveOrganisations.Write(campaign, summary, own, figures),
            Posts = PostsWriter.Write(campaign, own.Deliveries, entered, figures),
            Reported = ReportedWriter.Write(campaign, entered, figures),
            Audience = new AudienceWriter(campaign, entered, figures).Write(),
            Inputs = InputsWriter.Write(campaign, entered, uses.Total, figures),
            Coverage = CoverageList.Of(campaign, summary, recorded, plan, now),
            Figures = figures.All,
        };
        // Services hide what topics do, so that they come after these.
        return results with { Services = new ServicesWriter(campaign, summary, sums, figures).Write(), Objectives = new ObjectivesWriter(campaign, results, entered, figures, now).Write() };
    }

    /// <summary>Uses by hashtag: those in the plan only, by their folded form.</summary>
    private static UsesResponse Uses(Campaign campaign, Summary? summary, Figures figures)
    {
        var byHashtag = campaign.Hashtags.ToDictionary(
            tag => tag.Tag.Folded,
            tag => figures.Known($"/uses/byHashtag/{tag.Tag.Folded}", MetricDefinitions.Uses, UsesOf(summary, tag)));
        return new UsesResponse(figures.Counted("/uses/total", MetricDefinitions.Uses, summary is null ? null : byHashtag.Values.Sum()), byHashtag);
    }

    /// <summary>A hashtag's uses; null where the last roll-up did not know it yet.</summary>
    private static long? UsesOf(Summary? summary, CampaignHashtag tag) =>
        summary is null || (summary.Hashtags.Count > 0 && !summary.Hashtags.ContainsKey(tag.Number)) ? null : summary.Totals.UsesOf(tag);

    private static Dictionary<string, ChannelResponse> Channels(Campaign campaign, Summary? summary, Figures figures, PeopleWriter people, CoverageHours hours)
    {
        var channels = summary?.Channels ?? new Dictionary<string, ChannelTotals>();
        var written = people.Write("/byChannel", [.. channels.Select(channel => KeyValuePair.Create(
            channel.Key, channel.Value.Authors is { } authors ? new PartTotals(channel.Value.Mentions, channel.Value.Impressions, authors) : null))], hours.Whole);
        return channels.ToDictionary(channel => channel.Key, channel =>
        {
            var whole = figures.Coverage;
            figures.Coverage = hours.Whole(channel.Key);
            var uses = campaign.Hashtags.Sum(tag => channel.Value.Uses.GetValueOrDefault(tag.Number));
            var response = new ChannelResponse(
                figures.Counted($"/byChannel/{channel.Key}/mentions", MetricDefinitions.Mentions, channel.Value.Mentions),
                figures.Counted($"/byChannel/{channel.Key}/uses", MetricDefinitions.Uses, uses),
                written[channel.Key]);
            figures.Coverage = whole;
            return response;
        });
    }

    private static HashtagResponse Hashtag(Campaign campaign, Summary? summary, string tag, PeopleResponse people, Figures figures) => new(
        figures.Known($"/byHashtag/{tag}/mentions", MetricDefinitions.Mentions, UsesOf(summary, campaign.Hashtags.First(one => one.Tag.Folded == tag))), people);

    /// <summary>What parts that overlap tell of the whole. A part that is hidden is unknown here too, or subtraction would show it.</summary>
    private static UnionInterval? Interval(
        string pointer, string dimension, IReadOnlyDictionary<string, PeopleResponse> parts, MetricDefinition definition, Func<PeopleResponse, long?> figure, Figures figures)
    {
        var interval = UnionInterval.Of(parts.Values.Select(figure));
        var isHidden = parts.Keys.Any(part => figures.All[$"{dimension}/{part}/{pointer.Split('/')[0]}"].Status == FigureStatus.Suppressed);
        if (interval is null)
        {
            Note("", null);
            return null;
        }

        Note("/atLeast", interval.AtLeast);
        Note("/atMost", interval.AtMost);
        return interval;

        void Note(string end, long? value) => _ = value is null && isHidden
            ? figures.Suppressed($"/unions/{pointer}{end}", definition)
            : figures.Counted($"/unions/{pointer}{end}", definition, value);
    }

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
