using Campaigns.Results.Reported;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Campaigns.Tests.Results.Reported;

public class FollowerGrowthTests
{
    private static readonly LocalDate Start = new(2015, 6, 5);
    private static readonly LocalDate End = new(2015, 6, 21);

    [Fact]
    public void Growth_telescopes_and_does_not_depend_on_the_order_or_on_what_was_counted_between() =>
        Prop.ForAll(Counts(), counts =>
        {
            var known = counts.Where(count => count.Date <= End && count.Content.Value is not null).OrderBy(count => count.Date).ToArray();
            var grown = FollowerGrowth.Of(counts.Reverse(), Start, End, End);
            if (known.Length < 2 || known[^1].Date <= Start)
            {
                Assert.Null(grown.Growth);
                return;
            }

            Assert.Equal(grown.Latest!.Content.Value - grown.Baseline!.Content.Value, grown.Growth);
            Assert.Equal(grown.Growth, FollowerGrowth.Of([grown.Baseline, grown.Latest], Start, End, End).Growth);
            Assert.True(grown.Baseline.Date <= Start || known.All(count => count.Date >= grown.Baseline.Date));
            Assert.Equal(grown.Percent is null, grown.Baseline.Content.Value == 0);
            Assert.InRange(grown.Coverage!.Value, 0, 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Coverage_is_the_part_of_the_campaign_so_far_between_the_two_counts()
    {
        Entry[] counts = [Count(new(2015, 6, 7), 10), Count(new(2015, 6, 9), 12)];

        Assert.Equal(0.5, FollowerGrowth.Of(counts, Start, End, new(2015, 6, 9)).Coverage);
        Assert.Equal(2 / 16.0, FollowerGrowth.Of(counts, Start, End, new(2016, 1, 1)).Coverage);
        Assert.Null(FollowerGrowth.Of(counts, Start, End, Start).Coverage);
    }

    private static Arbitrary<Entry[]> Counts() => Gen.Zip(Gen.Choose(-10, 30), Gen.OneOf(Gen.Choose(0, 50).Select(value => (decimal?)value), Gen.Constant((decimal?)null)))
        .ArrayOf().Select(all => all.DistinctBy(one => one.Item1).Select(one => Count(Start.PlusDays(one.Item1), one.Item2)).ToArray()).ToArbitrary();

    private static Entry Count(LocalDate date, decimal? value) => new()
    {
        Kind = EntryKind.Figure,
        Name = "followers",
        Date = date,
        Side = new FigureSide("instagram", "NHSBT", null),
        Content = new EntryContent { Value = value, WhyUnknown = null, Definition = "Followers", Unit = null, Source = "The profile", ReportedBy = "office" },
        Version = 1,
        Withdrawn = false,
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
        WriteToken = "",
    };
}
