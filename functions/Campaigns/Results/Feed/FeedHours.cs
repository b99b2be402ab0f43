using Campaigns.Planning;
using Campaigns.Results.RollUps;
using NodaTime;
using NodaTime.Text;

namespace Campaigns.Results.Feed;

/// <summary>Which hours of a campaign a scope asks for, and the local days that they lie in.</summary>
/// <param name="FirstDay">The first local day, as <c>yyyy-MM-dd</c>.</param>
/// <param name="LastDay">The last one.</param>
/// <param name="FirstHour">The first hour since 1970.</param>
internal readonly record struct FeedHours(string FirstDay, string LastDay, long FirstHour)
{
    public static FeedHours Of(Campaign campaign, FeedScope scope)
    {
        var (from, to) = (campaign.StartsAt, campaign.EndsAt - Duration.Epsilon);
        from = scope.Bounds.From is { } lower ? Instant.Max(from, Instant.FromDateTimeOffset(lower)) : from;
        from = FeedKey.HourOf(scope.AfterIn(campaign.Id.Value)) is { } after ? Instant.Max(from, Instant.FromDateTimeOffset(after)) : from;
        // A link that somebody made up may lead to where no time zone has a day.
        from = Instant.Min(from, campaign.EndsAt);
        to = scope.Bounds.To is { } upper ? Instant.Min(to, Instant.FromDateTimeOffset(upper) - Duration.Epsilon) : to;
        return new FeedHours(Name(from), Name(to), from.ToUnixTimeSeconds() / 3600);

        string Name(Instant at) => LocalDatePattern.Iso.Format(at.InZone(campaign.TimeZone).Date);
    }

    /// <summary>The parts of a day that are asked for, hour by hour: of a heavy day a page holds a few hours.</summary>
    public IEnumerable<IGrouping<long, HourPart>> In(StoredHours day)
    {
        var first = FirstHour;
        return day.Parts.Where(part => part.Hour >= first).GroupBy(part => part.Hour);
    }
}
