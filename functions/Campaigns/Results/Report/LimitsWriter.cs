using Campaigns.Listening.Coverage;

namespace Campaigns.Results.Report;

/// <summary>Says how far the figures go: what was looked at, and of how much a number is the sum.</summary>
internal static class LimitsWriter
{
    // What is said of several channels in one sentence.
    private static readonly string[] Joined = [CoverageState.Supplied, CoverageState.NotCounted, CoverageState.Dropped, CoverageState.TooLate];

    public static IReadOnlyList<string> Write(ResultsResponse results) =>
    [
        .. Part(results),
        .. Searched(results),
        .. results.Coverage.GroupBy(entry => (Channel: Joined.Contains(entry.State) ? null : entry.Channel, entry.State)).Select(part => Heard(part.Key.State, [.. part])).OfType<string>(),
        .. Sums(results),
    ];

    private static IEnumerable<string> Part(ResultsResponse results)
    {
        if (results.Window is { } window)
        {
            yield return $"These are the figures of {ShownNumbers.Count(window.Days, "day", "days")}, not of the whole campaign: objectives and supporters are told for the whole of it only, and so are distinct people where they are not kept for these days.";
        }
    }

    private static IEnumerable<string> Searched(ResultsResponse results)
    {
        if (results.Figures.GetValueOrDefault("/mentions")?.Coverage is { } share)
        {
            yield return $"{ShownNumbers.Percent(share)} of the campaign's time so far was searched.";
        }
    }

    /// <summary>What coverage says of channels in one state; null where it goes without saying.</summary>
    private static string? Heard(string state, IReadOnlyList<CoverageEntry> entries)
    {
        var where = entries.Any(entry => entry.Channel is null) ? "All channels" : ShownNumbers.List([.. entries.Select(entry => ReportWords.Channel(entry.Channel!)).Distinct().Order(StringComparer.Ordinal)]);
        var (got, missed) = (entries.Sum(entry => entry.Got ?? 0), entries.Sum(entry => entry.Missed ?? 0));
        var known = missed > 0 ? $" At least {ShownNumbers.Count(missed, "mention is", "mentions are")} missing." : "";
        return state switch
        {
            CoverageState.Supplied => $"{where}: {ShownNumbers.Count(got, "mention was", "mentions were")} handed in; nobody can tell how many there were besides.",
            CoverageState.NotListened => $"{ShownNumbers.Count(entries.Count, "hashtag", "hashtags")} came into the plan later, and {(entries.Count == 1 ? "was" : "were")} not listened for before.",
            CoverageState.NotCounted => $"{where}: some mentions could not be counted.{known}",
            CoverageState.Dropped => $"{where}: some mentions came after the campaign was archived.{known}",
            CoverageState.TooLate => $"{where}: some mentions came after the figures were closed.{known}",
            CoverageState.Truncated => $"{where} showed only a part of what there is, at times.{known}",
            CoverageState.RateLimited => $"{where} asked to wait, at times; it is searched for these again.{known}",
            CoverageState.OutOfBudget => $"{where} was not searched at times, because the budget was short.{known}",
            CoverageState.Failed => $"{where} did not answer at times; it is asked again.{known}",
            CoverageState.Refused => $"{where} refused to answer at times.{known}",
            CoverageState.NotAsked => $"{where} was not asked about some of the time.{known}",
            _ => null,
        };
    }

    /// <summary>Sums over what is known, and over how much they are not.</summary>
    private static IEnumerable<string> Sums(ResultsResponse results)
    {
        (long? Unknown, Func<long, string> Say)[] all =
        [
            (results.MentionsWithoutAuthor, count => $"{ShownNumbers.Count(count, "mention", "mentions")} came without an author, and {(count == 1 ? "adds" : "add")} nothing to contributors and reach."),
            (results.PotentialReachUnknown, count => $"Potential reach leaves out {ShownNumbers.Count(count, "contributor", "contributors")} whose followers are unknown."),
            (results.PotentialImpressionsUnknown, count => $"Potential impressions leave out {ShownNumbers.Count(count, "mention", "mentions")} whose author's followers are unknown."),
            (Of(results.Engagements.Likes, results.Engagements.Unknown.Likes), count => $"Likes leave out {ShownNumbers.Count(count, "mention", "mentions")} of which they are unknown."),
            (Of(results.Engagements.Shares, results.Engagements.Unknown.Shares), count => $"Shares leave out {ShownNumbers.Count(count, "mention", "mentions")} of which they are unknown."),
            (Of(results.Engagements.Comments, results.Engagements.Unknown.Comments), count => $"Comments leave out {ShownNumbers.Count(count, "mention", "mentions")} of which they are unknown."),
            (Of(results.Engagements.Views, results.Engagements.Unknown.Views), count => $"Views leave out {ShownNumbers.Count(count, "mention", "mentions")} of which they are unknown."),
            (results.Sentiment.NotOffered, count => $"{ShownNumbers.Count(count, "mention is", "mentions are")} in a language of which the analyser knows nothing."),
            (results.Sentiment.Failed, count => $"{ShownNumbers.Count(count, "mention", "mentions")} could not be analysed."),
            (results.Sentiment.OverBudget, count => $"{ShownNumbers.Count(count, "mention was", "mentions were")} not analysed, because the budget was short."),
            (Of(results.Sentiment.Analysed, results.Sentiment.NotLookedAt), count => $"{ShownNumbers.Count(count, "mention was", "mentions were")} not looked at by the analyser yet."),
        ];
        return from one in all where one.Unknown > 0 select one.Say(one.Unknown!.Value);

        // Where the figure itself is unknown, it says so.
        static long? Of(long? known, long? unknown) => known is null ? null : unknown;
    }
}
