using System.Globalization;
using System.Text.Json;
using Campaigns.Http;
using Campaigns.Publishing;
using NodaTime;

namespace Campaigns.Tests.Publishing;

public sealed class DueTimeReaderTests
{
    [Theory]
    [InlineData("2015-06-05T09:00:00+01:00", "2015-06-05T09:00:00+01:00")]
    [InlineData("2015-06-05T08:00:00Z", "2015-06-05T09:00:00+01:00")]
    [InlineData("2015-06-05T10:00+02:00", "2015-06-05T09:00:00+01:00")]
    [InlineData("2015-06-05T09:00:00", "2015-06-05T09:00:00+01:00")]
    [InlineData("2015-06-05T09:00", "2015-06-05T09:00:00+01:00")]
    [InlineData("2015-12-05T09:00:00.999", "2015-12-05T09:00:00+00:00")]
    [InlineData("2026-10-25T01:30:00+01:00", "2026-10-25T01:30:00+01:00")]
    [InlineData("2026-10-25T01:30:00+00:00", "2026-10-25T01:30:00+00:00")]
    public void A_time_is_told_on_the_clocks_of_the_campaign(string text, string told)
    {
        var (time, faults) = Read(text);
        Assert.Empty(faults);
        Assert.Equal(told, time!.Value.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026-03-29T01:30:00", "does not exist in Europe/London: the clocks go forward over it; send 2026-03-29T01:30:00+00:00 or 2026-03-29T01:30:00+01:00")]
    [InlineData("2026-10-25T01:30:00", "comes twice in Europe/London: the clocks go back over it; send 2026-10-25T01:30:00+01:00 for the first time or 2026-10-25T01:30:00+00:00 for the second")]
    public void A_time_that_a_clock_change_makes_ambiguous_is_refused_with_the_two_choices(string text, string rule) =>
        Assert.Equal(rule, Assert.Single(Read(text).Faults).Rule);

    [Theory]
    [InlineData("2026-03-29T00:59:59")]
    [InlineData("2026-03-29T02:00:00")]
    [InlineData("2026-10-25T00:59:59")]
    [InlineData("2026-10-25T02:00:00")]
    public void The_hours_beside_a_clock_change_are_plain(string text) => Assert.Empty(Read(text).Faults);

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2026-03-29")]
    [InlineData("29/03/2026 09:00")]
    [InlineData("2026-13-01T09:00:00")]
    [InlineData("2026-03-29 09:00:00")]
    public void What_is_no_time_is_refused(string text) => Assert.Contains("must be a time such as", Assert.Single(Read(text).Faults).Rule, StringComparison.Ordinal);

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-12:00")]
    [InlineData("9999-12-31T23:59:59")]
    public void A_time_at_the_ends_of_the_calendar_is_refused(string text) =>
        Assert.Equal("must be from 2000 to 2199", Assert.Single(Read(text).Faults).Rule);

    private static (DateTimeOffset? Time, IReadOnlyList<Fault> Faults) Read(string text)
    {
        var faults = new Faults();
        using var document = JsonDocument.Parse(JsonSerializer.Serialize(new { dueAt = text }));
        var time = DueTimeReader.Read(new Fields(document.RootElement, "", faults), "dueAt", DateTimeZoneProviders.Tzdb["Europe/London"], required: true);
        return (time, faults.All);
    }
}
