using System.Globalization;
using Campaigns.Results.Report;

namespace Campaigns.Tests.Results.Report;

public sealed class ShownNumbersTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("26121", "26,121")]
    [InlineData("-1250.5", "-1,250.5")]
    [InlineData("0.0479", "0.0479")]
    [InlineData("0.00001", "less than 0.0001")]
    [InlineData("66.666666", "66.67")]
    public void Numbers_have_their_thousands_parted_and_small_ones_are_not_rounded_to_nothing(string number, string shown) =>
        Assert.Equal(shown, ShownNumbers.Number(decimal.Parse(number, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2015-06-05", "2015-06-05", "5 June 2015")]
    [InlineData("2015-06-05", "2015-06-21", "5 to 21 June 2015")]
    [InlineData("2015-05-31", "2015-06-21", "31 May to 21 June 2015")]
    [InlineData("2015-12-31", "2016-01-02", "31 December 2015 to 2 January 2016")]
    public void A_period_says_no_month_and_no_year_twice(string from, string to, string shown) =>
        Assert.Equal(shown, ShownNumbers.Period(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(5, 5, 1)]
    [InlineData(6, 6, 2)]
    [InlineData(11, 15, 5)]
    [InlineData(3012, 4000, 1000)]
    [InlineData(10_001, 15_000, 5_000)]
    public void A_scale_ends_at_a_round_number_and_has_at_most_five_lines(long most, long top, long step) => Assert.Equal((top, step), TimelineChart.Scale(most));

    [Theory]
    [InlineData("people-engaged", "people engaged")]
    [InlineData("imageLikes", "image likes")]
    [InlineData("NHSApp", "NHSApp")]
    public void A_name_is_told_as_it_is_spoken(string name, string spoken) => Assert.Equal(spoken, ReportWords.Spoken(name));
}
