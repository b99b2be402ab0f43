using Campaigns.Listening.Coverage;
using Campaigns.Planning;
using Campaigns.Results.Organisations;
using Campaigns.Results.Reported;

namespace Campaigns.Results.Windows;

/// <summary>What of a campaign's coverage, of what people entered and of what it published belongs to some of its days.</summary>
internal static class WindowSources
{
    /// <summary>All that belongs to them. What texts come to is of the whole campaign still: which days may be told of depends on the others.</summary>
    /// <param name="all">What there is of the whole campaign.</param>
    /// <param name="window">The days.</param>
    /// <param name="narrowed">The campaign of these days alone.</param>
    public static ResultsSources Of(ResultsSources all, DayWindow window, Campaign narrowed) =>
        all with { Recorded = Coverage(all.Recorded, narrowed), Entered = Entries(all.Entered, window), Own = Own(all.Own, narrowed) };

    /// <summary>What was looked at within them. Of what reaches beyond them nobody knows how much it got or missed inside.</summary>
    private static IReadOnlyList<CoverageEntry> Coverage(IReadOnlyList<CoverageEntry> recorded, Campaign narrowed)
    {
        var (start, end) = (narrowed.StartsAt.ToDateTimeOffset(), narrowed.EndsAt.ToDateTimeOffset());
        return [.. recorded.Where(entry => entry.From < end && entry.To > start).Select(entry => entry.From >= start && entry.To <= end ? entry : entry with
        {
            From = entry.From < start ? start : entry.From,
            To = entry.To > end ? end : entry.To,
            Got = null,
            Missed = null,
            Asked = null,
        })];
    }

    /// <summary>What the campaign published on them.</summary>
    private static OwnSide Own(OwnSide own, Campaign narrowed)
    {
        var (start, end) = (narrowed.StartsAt.ToDateTimeOffset(), narrowed.EndsAt.ToDateTimeOffset());
        return own with { Deliveries = [.. own.Deliveries.Where(delivery => delivery.PublishedAt >= start && delivery.PublishedAt < end)] };
    }

    /// <summary>
    /// What was entered for them. A count of followers from before stays where there is one of these days too: growth begins with it, under its own date.
    /// </summary>
    private static IReadOnlyList<Entry> Entries(IReadOnlyList<Entry> entered, DayWindow window)
    {
        var counted = entered.Where(entry => IsFollowers(entry) && window.Has(entry.Date)).Select(entry => entry.Series).ToHashSet();
        return [.. entered.Where(entry => window.Has(entry.Date) || (IsFollowers(entry) && entry.Date < window.From && counted.Contains(entry.Series)))];

        static bool IsFollowers(Entry entry) => entry.Kind == EntryKind.Figure && entry.Name == FigureName.Followers.Value;
    }
}
