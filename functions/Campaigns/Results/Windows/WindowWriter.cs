using Campaigns.Insight;
using Campaigns.Planning;
using Campaigns.Results.Organisations;
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
    /// <param name="all">What else there is of the whole campaign.</param>
    public static ResultsResponse Write(Campaign campaign, DayWindow window, RolledUp rolled, ResultsSources all)
    {
        var narrowed = window.Narrow(campaign);
        var read = WindowSources.Of(all, window, narrowed);
        if (read.Now < narrowed.StartsAt.ToDateTimeOffset())
        {
            var uncounted = ResultsWriter.Write(narrowed, null, read with { Recorded = [], Texts = [] });
            return WithoutActivity(WindowToCome.Of(uncounted)) with { Window = WindowResponse.Of(window) };
        }

        if (HasEverything(window, rolled, read.Texts))
        {
            // Nothing was said on other days: what is kept for the whole campaign is what is asked for.
            var whole = ResultsWriter.Write(narrowed, rolled.Summary, read);
            return WithoutActivity(whole) with { Window = WindowResponse.Of(window), Figures = WindowFigures.OfAll(whole).All };
        }

        // Where nobody is to be hidden, feelings of days add up like all others.
        var arePartsKept = rolled.Days.All(day => day.Parts is not null);
        var areFeelingsTold = arePartsKept && campaign.SuppressBelow < 2;
        var sums = rolled.Summary is null ? null : WindowSummary.Of(rolled.Summary, [.. rolled.Days.Where(day => window.Has(day.Day))], narrowed.StartsAt, narrowed.EndsAt);
        var results = WithMoments(rolled, narrowed, ResultsWriter.Write(narrowed, sums, read));
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
            Sentiment = new WindowSentiment(campaign, new SentimentSums(campaign, read.Texts), rolled.Heard, window, figures).Of(results.Sentiment, areFeelingsTold),
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
