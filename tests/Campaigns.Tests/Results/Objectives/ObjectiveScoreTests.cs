using Campaigns.Results.Objectives;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Results.Objectives;

public class ObjectiveScoreTests
{
    [Theory]
    // After half of 16 days, half of the target is as it must be; a little less is behind.
    [InlineData("Accumulates", 10_000, null, 0.5, "onTrack", 0.5, 10_000.0, 20_000.0)]
    [InlineData("Accumulates", 9_999, null, 0.5, "behind", 0.49995, 10_000.0, 19_998.0)]
    [InlineData("Accumulates", 20_000, null, 0.5, "reached", 1.0, 10_000.0, 40_000.0)]
    [InlineData("Accumulates", 5, null, 0.01, "unknown", 0.00025, 200.0, null)]
    // What an earlier campaign came to is no head start of this one.
    [InlineData("Accumulates", 10_000, 15_000, 0.5, "onTrack", 0.5, 10_000.0, 20_000.0)]
    // Complaints are to stay below what they were: the line is what may have come by now.
    [InlineData("Accumulates", 10_000, 30_000, 0.5, "onTrack", null, 10_000.0, 20_000.0)]
    [InlineData("Accumulates", 10_001, 30_000, 0.5, "behind", null, 10_000.0, 20_002.0)]
    [InlineData("Accumulates", 20_001, 30_000, 0.75, "missed", null, 15_000.0, 26_668.0)]
    [InlineData("Gathers", 10_000, null, 0.5, "onTrack", 0.5, 10_000.0, null)]
    [InlineData("Gathers", 9_999, null, 0.5, "behind", 0.49995, 10_000.0, null)]
    [InlineData("Moves", 20_000, null, 0.5, "reached", 1.0, 10_000.0, null)]
    [InlineData("Level", 20_000, null, 0.5, "onTrack", null, null, null)]
    [InlineData("Level", 19_000, 18_000, 0.5, "behind", 0.5, null, null)]
    [InlineData("Entered", 15_000, 10_000, 0.5, "onTrack", 0.5, 15_000.0, null)]
    [InlineData("Entered", 14_999, 10_000, 0.5, "behind", 0.4999, 15_000.0, null)]
    [InlineData("Entered", 15_000, null, 0.5, "unknown", null, null, null)]
    [InlineData("Entered", 25_000, 30_000, 0.5, "onTrack", 0.5, 25_000.0, null)]
    [InlineData("Entered", null, 10_000, 0.5, "unknown", null, 15_000.0, null)]
    [InlineData("Accumulates", 0, null, -1.0, "notStarted", 0.0, null, null)]
    public void While_the_campaign_runs_an_objective_is_judged_by_how_its_figure_moves(
        string pace, int? now, int? baseline, double elapsed, string state, double? progress, double? expected, double? forecast)
    {
        var score = ObjectiveScore.Of(new Standing(Enum.Parse<Pace>(pace), now, baseline, 20_000, elapsed, elapsed * 16, IsOver: false, IsOfThen: true));

        Assert.Equal((state, progress, (decimal?)expected, (decimal?)forecast), (score.State, score.Progress, score.Expected, score.Forecast));
        Assert.Equal(state == "unknown", score.Why is not null);
    }

    [Theory]
    [InlineData("Accumulates", 20_000, null, true, "reached")]
    [InlineData("Accumulates", 19_999, null, true, "missed")]
    [InlineData("Entered", 19_999, null, true, "missed")]
    [InlineData("Entered", 20_000, 30_000, true, "reached")]
    // The figure is of a later day: it tells only what cannot have been otherwise.
    [InlineData("Accumulates", 19_999, null, false, "missed")]
    [InlineData("Accumulates", 20_001, null, false, "unknown")]
    [InlineData("Accumulates", 19_999, 30_000, false, "reached")]
    [InlineData("Accumulates", 20_001, 30_000, false, "unknown")]
    [InlineData("Moves", 19_999, null, false, "unknown")]
    [InlineData("Level", 20_001, null, false, "unknown")]
    [InlineData("Entered", null, null, true, "unknown")]
    public void After_its_day_an_objective_is_reached_or_missed_or_nobody_knows(string pace, int? now, int? baseline, bool isOfThen, string state)
    {
        var score = ObjectiveScore.Of(new Standing(Enum.Parse<Pace>(pace), now, baseline, 20_000, 1, 16, IsOver: true, isOfThen));

        Assert.Equal(state, score.State);
        Assert.Equal(pace == "Accumulates" && isOfThen ? now : null, (int?)score.Forecast);
    }

    [Fact]
    public void More_is_never_worse_where_more_is_better_and_never_better_where_less_is() =>
        Prop.ForAll(Standings().ToArbitrary(), standing =>
        {
            var (one, other) = (ObjectiveScore.Of(standing), ObjectiveScore.Of(standing with { Now = standing.Now + 1 }));
            Assert.True(standing.IsToFall ? Rank(one.State) >= Rank(other.State) : Rank(one.State) <= Rank(other.State), $"{standing}: {one.State}, one more: {other.State}");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_unknown_figure_is_never_scored_and_only_what_adds_up_is_forecast() =>
        Prop.ForAll(Standings().ToArbitrary(), standing =>
        {
            var unknown = ObjectiveScore.Of(standing with { Now = null });
            Assert.True(unknown.State is "unknown" or "notStarted" && unknown.Progress is null && unknown.Forecast is null);
            var score = ObjectiveScore.Of(standing);
            Assert.True(score.Forecast is null || standing.Pace == Pace.Accumulates);
            Assert.Equal(score.State == ObjectiveState.Unknown, score.Why is not null);
            Assert.True(standing.Elapsed >= 0 || score.State == ObjectiveState.NotStarted);
        }).QuickCheckThrowOnFailure();

    private static int Rank(string state) => state switch
    {
        "missed" => 0,
        "behind" => 1,
        "onTrack" => 2,
        "reached" => 3,
        _ => 99,
    };

    /// <summary>Standings of their own day, of which everything is known.</summary>
    private static Gen<Standing> Standings() =>
        from pace in Gen.Elements(Enum.GetValues<Pace>())
        from now in Gen.Choose(0, 300)
        from baseline in Gen.Choose(0, 200)
        from target in Gen.Choose(0, 200)
        from elapsed in Gen.Choose(-1, 20)
        where baseline != target
        select new Standing(pace, now, baseline, target, elapsed < 0 ? -1 : elapsed / 20.0, 1 + elapsed, IsOver: elapsed == 20, IsOfThen: true);
}
