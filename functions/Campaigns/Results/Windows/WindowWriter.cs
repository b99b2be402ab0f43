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
        var sums = rolled.Summary is null ? null : WindowSummary.Of(rolled.Summary, [.. rolled.Days.Where(day => window.Has(day.Day))], narrowed.StartsAt, narrowed.EndsAt);
        var results = ResultsWriter.Write(narrowed, sums, WindowSources.Coverage(recorded, narrowed), plan, texts, WindowSources.Entries(entered, window), WindowSources.Own(own, narrowed), now);
        var figures = WindowFigures.Of(results);
        results = results with
        {
            Window = WindowResponse.Of(window),
            // The time of a day's first mention is one person's.
            FirstMentionAt = null,
            LastMentionAt = null,
            ByHashtag = results.ByHashtag.ToDictionary(tag => tag.Key, tag => tag.Value with
            {
                Contributors = null,
                Organisations = null,
                Influencers = null,
                PotentialReach = null,
                PotentialImpressions = null,
            }),
            Topics = results.Topics.ToDictionary(topic => topic.Key, topic => topic.Value with { Contributors = null }),
            Services = [.. results.Services.Select(service => service with { Sentiment = new ServiceSentiment(null, null, null, null, null) })],
            OrganisationsActive = new ActiveOrganisationsResponse(results.OrganisationsActive.Listed, null, null, null, null),
            Unions = new UnionsResponse(new PartUnionsResponse(null, null), new PartUnionsResponse(null, null)),
            Languages = new Dictionary<string, long?>(),
            Sentiment = new WindowSentiment(campaign, new SentimentSums(campaign, texts), rolled.Heard, window, figures).Of(results.Sentiment),
            Figures = figures.All,
        };
        return rolled.Summary is null ? results : new WindowPeople(campaign, rolled.Summary, rolled.Heard, window, figures).Fill(results, sums!.Totals);
    }
}
