using Campaigns.Planning;
using Microsoft.OData.Edm;
using NodaTime;
using NodaTime.Text;

namespace Campaigns.Results.Feed;

/// <summary>Moments as columns: the hour in UTC, and the day and hour of it in the campaign's time zone.</summary>
internal static class FeedTime
{
    /// <summary>The columns of a fact of an hour.</summary>
    public static FeedColumn[] OfHour => [FeedColumn.Moment(FilterBounds.Hour), FeedColumn.Day("localDate"), FeedColumn.Small("localHour"), FeedColumn.Text("dateKey")];

    /// <summary>The columns of a fact of a day; its hour is the first one.</summary>
    public static FeedColumn[] OfDay => [FeedColumn.Moment(FilterBounds.Hour), FeedColumn.Day("localDate"), FeedColumn.Text("dateKey")];

    public static object?[] Hour(Instant hour, DateTimeZone zone)
    {
        var local = hour.InZone(zone);
        return [hour.ToDateTimeOffset(), Date(local.Date), local.Hour, LocalDatePattern.Iso.Format(local.Date)];
    }

    public static object?[] Day(LocalDate day, DateTimeZone zone) => [zone.AtStartOfDay(day).ToDateTimeOffset().ToUniversalTime(), Date(day), LocalDatePattern.Iso.Format(day)];

    public static Date Date(LocalDate day) => new(day.Year, day.Month, day.Day);

    /// <summary>The local days of a campaign that a scope asks for.</summary>
    public static (string First, string Last) Days(Campaign campaign, FeedScope scope)
    {
        var (from, to) = (campaign.StartsAt, campaign.EndsAt - Duration.Epsilon);
        from = scope.Bounds.From is { } lower ? Instant.Max(from, Instant.FromDateTimeOffset(lower)) : from;
        from = FeedKey.HourOf(scope.AfterIn(campaign.Id.Value)) is { } after ? Instant.Max(from, Instant.FromDateTimeOffset(after)) : from;
        to = scope.Bounds.To is { } upper ? Instant.Min(to, Instant.FromDateTimeOffset(upper) - Duration.Epsilon) : to;
        return (Name(from), Name(to));

        string Name(Instant at) => LocalDatePattern.Iso.Format(at.InZone(campaign.TimeZone).Date);
    }

    public static DateTimeOffset Later(params ReadOnlySpan<DateTimeOffset?> moments)
    {
        var latest = DateTimeOffset.UnixEpoch;
        foreach (var moment in moments)
        {
            latest = moment > latest ? moment.Value : latest;
        }

        return latest.ToUniversalTime();
    }
}
