using Campaigns.Planning;
using NodaTime;
using NodaTime.Text;

namespace Campaigns.Results.Windows;

/// <summary>Some days of a campaign by its own calendar, both inclusive.</summary>
/// <param name="From">The first one.</param>
/// <param name="To">The last one.</param>
internal sealed record DayWindow(LocalDate From, LocalDate To)
{
    /// <summary>How many they are.</summary>
    public int Days => Period.DaysBetween(From, To) + 1;

    /// <summary>All days of a campaign.</summary>
    public static DayWindow Of(Campaign campaign) =>
        new(campaign.StartsAt.InZone(campaign.TimeZone).Date, (campaign.EndsAt - Duration.Epsilon).InZone(campaign.TimeZone).Date);

    /// <summary>The first days of a campaign.</summary>
    public static DayWindow FirstOf(Campaign campaign, int days) => Of(campaign) is var whole && days > 0 ? new(whole.From, whole.From.PlusDays(days - 1)) : whole;

    /// <summary>Whether a day is one of them.</summary>
    public bool Has(LocalDate day) => day >= From && day <= To;

    /// <summary>Whether a day, as <c>yyyy-MM-dd</c>, is one of them.</summary>
    public bool Has(string day) => Has(LocalDatePattern.Iso.Parse(day).Value);

    /// <summary>
    /// The campaign as if it had only these days. What is planned for the whole of it goes: objectives have dates of their own, and the campaign that it
    /// is compared with was a whole one.
    /// </summary>
    public Campaign Narrow(Campaign campaign) => campaign with
    {
        StartsAt = campaign.TimeZone.AtStartOfDay(From).ToInstant(),
        EndsAt = campaign.TimeZone.AtStartOfDay(To.PlusDays(1)).ToInstant(),
        Objectives = [],
        CompareWith = null,
    };
}
