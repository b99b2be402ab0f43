using System.Globalization;
using Campaigns.Planning;
using Campaigns.Results.Windows;

namespace Campaigns.Results.Comparison;

/// <summary>Says what makes two things unlike that are compared.</summary>
internal static class UnlikeWriter
{
    /// <summary>Why what the other campaign came to is not all of it.</summary>
    public const string NotOver = "The other campaign is not over yet: what stands there is what it came to so far.";

    /// <summary>Of two campaigns.</summary>
    public static IReadOnlyList<string> Of(Campaign here, Campaign there, DateTimeOffset now)
    {
        string[] hashtags = [Hashtags(here), Hashtags(there)];
        return
        [
            .. now < there.EndsAt.ToDateTimeOffset() ? new[] { NotOver } : [],
            .. Lengths(DayWindow.Of(here).Days, DayWindow.Of(there).Days),
            .. hashtags[0] == hashtags[1] ? [] : new[] { $"Counted is {hashtags[0]} here, and {hashtags[1]} there." },
            .. here.InfluencerFollowers == there.InfluencerFollowers
                ? [] : new[] { string.Create(CultureInfo.InvariantCulture, $"An influencer has {here.InfluencerFollowers} followers here, and {there.InfluencerFollowers} there.") },
            "What was searched there is not looked at here.",
        ];
    }

    /// <summary>Of two windows of one campaign.</summary>
    public static IReadOnlyList<string> Of(ResultsResponse here, int days, ResultsResponse there, int others, DateTimeOffset now)
    {
        var (searched, then) = (here.Figures["/mentions"].Coverage, there.Figures["/mentions"].Coverage);
        var isAlike = searched == then || here.From > now || there.From > now;
        return [.. NotOverOf(here, there, now), .. Lengths(days, others), .. isAlike ? [] : new[] { $"{Share(searched)} of the time was searched here, and {Share(then)} there." }];
    }

    /// <summary>Which of two windows is not over, so that what it came to is not all of it.</summary>
    public static IEnumerable<string> NotOverOf(ResultsResponse here, ResultsResponse there, DateTimeOffset now) =>
        new (bool IsOver, string Said)[] { (here.To <= now, "Not all of these days are over yet."), (there.To <= now, "Not all of the days that they are compared with are over yet.") }
            .Where(static side => !side.IsOver).Select(static side => side.Said);

    private static IEnumerable<string> Lengths(int days, int others) =>
        days == others ? [] : [string.Create(CultureInfo.InvariantCulture, $"{days} days are compared with {others}: sums grow with their number.")];

    private static string Hashtags(Campaign campaign) => string.Join(", ", campaign.Hashtags.Select(tag => $"#{tag.Tag.Folded}").Order(StringComparer.Ordinal));

    private static string Share(double? share) => share is { } known ? known.ToString("P0", CultureInfo.InvariantCulture) : "An unknown part";
}
