using Campaigns.Insight;
using Campaigns.Listening.Coverage;
using Campaigns.Planning;
using Campaigns.Results.Organisations;
using Campaigns.Results.Reported;
using Campaigns.Results.RollUps;

namespace Campaigns.Results.Windows;

/// <summary>Makes the results of some days of a campaign: as if it had only these, save for what cannot be told of a part of it.</summary>
internal static class WindowWriter
{
    private static readonly PeopleResponse Unknown = new(null, null, null, null, null);

    /// <summary>Writes them.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="window">The days.</param>
    /// <param name="rolled">Its roll-up.</param>
    /// <param name="recorded">What was looked at.</param>
    /// <param name="plan">What should be looked at.</param>
    /// <param name="texts">What all its texts come to.</param>
    /// <param name="entered">What people entered by hand.</param>
    /// <param name="own">What the campaign itself did.</param>
    /// <param name="now">The time.</param>
    public static ResultsResponse Write(
        Campaign campaign, DayWindow window, RolledUp rolled, IReadOnlyList<CoverageEntry> recorded, CoveragePlan plan, IReadOnlyList<InsightDay> texts,
        IReadOnlyList<Entry> entered, OwnSide own, DateTimeOffset now)
    {
        var narrowed = window.Narrow(campaign);
        if (now < narrowed.StartsAt.ToDateTimeOffset())
        {
            var uncounted = ResultsWriter.Write(narrowed, null, [], plan, [], WindowSources.Entries(entered, window), WindowSources.Own(own, narrowed), now);
            return WithoutActivity(WindowToCome.Of(uncounted)) with { Window = WindowResponse.Of(window) };
        }

        if (HasEverything(window, rolled, texts))
        {
            // Nothing was said on other days: what is kept for the whole campaign is what is asked for.
            var all = ResultsWriter.Write(
                narrowed, rolled.Summary, WindowSources.Coverage(recorded, narrowed), plan, texts, WindowSources.Entries(entered, window), WindowSources.Own(own, narrowed), now);
            return WithoutActivity(all) with { Window = WindowResponse.Of(window), Figures = WindowFigures.OfAll(all).All };
        }

        // Where nobody is to be hidden, feelings of days add up like all others.
        var arePartsKept = rolled.Days.All(day => day.Parts is not null);
        var areFeelingsTold = arePartsKept && campaign.SuppressBelow < 2;
        var sums = rolled.Summary is null ? null : WindowSummary.Of(rolled.Summary, [.. rolled.Days.Where(day => window.Has(day.Day))], narrowed.StartsAt, narrowed.EndsAt);
        var results = WithMoments(rolled, narrowed, ResultsWriter.Write(
            narrowed, sums, WindowSources.Coverage(recorded, narrowed), plan, texts, WindowSources.Entries(entered, window), WindowSources.Own(own, narrowed), now));
        var figures = WindowFigures.Of(results, areFeelingsTold, arePartsKept);
        results = WithoutActivity(results) with
        {
            Window = WindowResponse.Of(window),
            ByHashtag = results.ByHashtag.ToDictionary(tag => tag.Key, tag => tag.Value.Mentions == 0 ? tag.Value : new HashtagResponse(tag.Value.Mentions, Unknown)),
            PeopleByKind = results.PeopleByKind.ToDictionary(kind => kind.Key, kind => results.ByKind[kind.Key] == 0 ? kind.Value : Unknown),
            Topics = results.Topics.ToDictionary(topic => topic.Key, topic => topic.Value.MatchedBy.WithHashtag == 0 ? topic.Value : topic.Value with { Contributors = null }),
            Services = areFeelingsTold ? results.Services : [.. results.Services.Select(service => service with { Sentiment = new ServiceSentiment(null, null, null, null, null) })],
            Unions = new UnionsResponse(new PartUnionsResponse(null, null), new PartUnionsResponse(null, null)),
            Languages = areFeelingsTold ? results.Languages : new Dictionary<string, long?>(),
            Sentiment = new WindowSentiment(campaign, new SentimentSums(campaign, texts), rolled.Heard, window, figures).Of(results.Sentiment, areFeelingsTold),
            Figures = figures.All,
        };
        return rolled.Summary is null ? results : new WindowPeople(campaign, rolled.Summary, rolled.Heard, window, figures).Fill(results, sums!.Totals);
    }

    /// <summary>Whether everything that was said, was said on these days.</summary>
    private static bool HasEverything(DayWindow window, RolledUp rolled, IReadOnlyList<InsightDay> texts) =>
        rolled.Days.All(day => window.Has(day.Day)) && texts.All(day => window.Has(day.Day));

    private static ResultsResponse WithoutActivity(ResultsResponse results) =>
        results with { OrganisationsActive = new ActiveOrganisationsResponse(results.OrganisationsActive.Listed, null, null, null, null) };

    /// <summary>The campaign's first and last mention's time where they are of these days; of a day among others it would be one person's.</summary>
    private static ResultsResponse WithMoments(RolledUp rolled, Campaign narrowed, ResultsResponse results)
    {
        var channels = rolled.Summary?.Channels.Values.ToList() ?? [];
        return results with { FirstMentionAt = Inside(channels.Min(static channel => (DateTimeOffset?)channel.First)), LastMentionAt = Inside(channels.Max(static channel => (DateTimeOffset?)channel.Last)) };

        DateTimeOffset? Inside(DateTimeOffset? moment) =>
            moment >= narrowed.StartsAt.ToDateTimeOffset() && moment < narrowed.EndsAt.ToDateTimeOffset() ? LocalTimes.Of(moment, narrowed.TimeZone) : null;
    }
}
