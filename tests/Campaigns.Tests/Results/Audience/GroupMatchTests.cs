using Campaigns.Planning;
using Campaigns.Results.Audience;
using Campaigns.Results.Reported;
using NodaTime;

namespace Campaigns.Tests.Results.Audience;

public class GroupMatchTests
{
    [Theory]
    [InlineData("18-24", 18, 24)]
    [InlineData(" 18 – 24 ", 18, 24)]
    [InlineData("18 to 24", 18, 24)]
    [InlineData("65+", 65, int.MaxValue)]
    [InlineData("65 and over", 65, int.MaxValue)]
    [InlineData("65 or older", 65, int.MaxValue)]
    [InlineData("over 64", 65, int.MaxValue)]
    [InlineData("Under 18", 0, 17)]
    [InlineData("3", 3, 3)]
    public void Bands_are_read_as_people_write_them(string text, int from, int to) => Assert.Equal(new Band(from, to), Band.Of(text));

    [Theory]
    [InlineData("women")]
    [InlineData("24-18")]
    [InlineData("under 0")]
    [InlineData("18-24 women")]
    public void What_is_no_band_is_a_name(string text) => Assert.Null(Band.Of(text));

    [Theory]
    [InlineData("18-24,25-34", "18-34", "18-34: 18-24+25-34 = 18-34")]
    [InlineData("18-34", "18-24,25-34", "18-34: 18-34 = 18-24+25-34")]
    [InlineData("18-29,30-34", "18-24,25-34", "18-34: 18-29+30-34 = 18-24+25-34")]
    [InlineData("65-74,75+", "65+", "65+: 65-74+75+ = 65+")]
    [InlineData("18-24", "18-24", "18-24: 18-24 = 18-24")]
    [InlineData("Women,men", "men,women", "men: men = men; Women: Women = women")]
    [InlineData("16-24", "18-24", "16-24: 16-24 ≠ ; 18-24:  ≠ 18-24")]
    [InlineData("18-24,30-34", "18-34", "18-24: 18-24 ≠ ; 18-34:  ≠ 18-34; 30-34: 30-34 ≠ ")]
    [InlineData("18-24,18-34", "", "18-24: 18-24 ≠ ; 18-34: 18-34 ≠ ")]
    [InlineData("18-24", "65+", "18-24: 18-24 ≠ ; 65+:  ≠ 65+")]
    [InlineData("18-24,25-34,men", "18-24", "18-24: 18-24 = 18-24; 25-34: 25-34 ≠ ; men: men ≠ ")]
    public void Groups_match_by_name_and_bands_where_they_nest(string entered, string planned, string expected)
    {
        var matches = GroupMatch.Of(
            [.. Names(entered).Select(Entered)], [.. Names(planned).Select(group => new AudienceGroup("age", group, 100, false))]);

        Assert.Equal(expected, string.Join("; ", matches.OrderBy(match => match.Name, StringComparer.OrdinalIgnoreCase).Select(match =>
            $"{match.Name}: {string.Join('+', match.Entered.Select(entry => entry.Side.Group))} {(match.Why is null ? "=" : "≠")} {string.Join('+', match.Planned.Select(group => group.Group))}")));
    }

    [Fact]
    public void A_group_of_which_the_plan_knows_no_population_cannot_be_compared() =>
        Assert.Equal("The plan does not say how many people this group has.", Assert.Single(GroupMatch.Of([Entered("18-24")], [new AudienceGroup("age", "18-24", null, true)])).Why);

    private static string[] Names(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static Entry Entered(string group) => new()
    {
        Kind = EntryKind.Figure,
        Name = "people-reached",
        Date = new LocalDate(2015, 6, 21),
        Side = FigureSide.Whole with { Dimension = "age", Group = group },
        Content = new EntryContent { Value = 10, WhyUnknown = null, Definition = "People", Unit = null, Source = "A poll", ReportedBy = "office", Base = 100 },
        Version = 1,
        Withdrawn = false,
        CreatedAt = default,
        UpdatedAt = default,
        WriteToken = "",
    };
}
