using Campaigns.Http;
using Campaigns.Planning;
using NodaTime;
using NodaTime.Text;

namespace Campaigns.Results.Reported;

/// <summary>The day that an entry is about, in the campaign's zone. It may lie before the campaign, as a baseline does, or after it; never in the future.</summary>
internal static class EntryDates
{
    public static LocalDate? Read(string text, Campaign campaign, DateTimeOffset now, Faults faults)
    {
        var parsed = LocalDatePattern.Iso.Parse(text);
        if (!parsed.Success || parsed.Value.Year < PeriodReader.EarliestYear)
        {
            faults.Add("date", text, "must be a date such as 2015-06-05, from the year 2000 on");
            return null;
        }

        if (parsed.Value > DayOf(now, campaign))
        {
            faults.Add("date", text, "must not lie in the future: nobody knows that figure yet");
            return null;
        }

        return parsed.Value;
    }

    /// <summary>The local day of a moment.</summary>
    public static LocalDate DayOf(DateTimeOffset moment, Campaign campaign) => DayOf(Instant.FromDateTimeOffset(moment), campaign);

    /// <summary>The local day of a moment.</summary>
    public static LocalDate DayOf(Instant moment, Campaign campaign) => moment.InZone(campaign.TimeZone).Date;

    /// <summary>The moment up to which an entry of a day can be true: the day's end, or when it was entered where that came first.</summary>
    public static DateTimeOffset AsOf(Entry entry, Campaign campaign)
    {
        var end = campaign.TimeZone.AtStartOfDay(entry.Date.PlusDays(1)).ToInstant();
        return LocalTimes.Of(Instant.Min(end, Instant.FromDateTimeOffset(entry.UpdatedAt)), campaign.TimeZone);
    }
}
