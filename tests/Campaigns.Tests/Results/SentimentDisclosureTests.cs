using Campaigns.Insight;
using Campaigns.Results;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Results;

public class SentimentDisclosureTests
{
    private const int Below = 5;

    [Fact]
    public void A_part_of_few_mentions_is_hidden_and_the_least_of_the_others_with_it()
    {
        var disclosure = Of([3, 0, 0, 0], [10, 20, 30, 40], [50, 60, 70, 80]);

        Assert.Equal([true, true, false], [disclosure.IsHidden(0), disclosure.IsHidden(1), disclosure.IsHidden(2)]);
        // What the campaign's own figure would give away is hidden in the third part too, or in several.
        Assert.False(disclosure.IsHidden(2, 1));
    }

    [Fact]
    public void A_small_figure_of_a_large_part_is_hidden_and_so_is_another_of_its_row()
    {
        var disclosure = Of([100, 200, 3, 0], [50, 60, 70, 8]);

        Assert.False(disclosure.IsHidden(0) || disclosure.IsHidden(1));
        Assert.Equal([true, false, true, false], Enumerable.Range(0, 4).Select(feeling => disclosure.IsHidden(0, feeling)));
        Assert.Equal([true, false, true, false], Enumerable.Range(0, 4).Select(feeling => disclosure.IsHidden(1, feeling)));
    }

    [Fact]
    public void Nothing_is_hidden_where_nothing_is_small() =>
        Assert.All(Enumerable.Range(0, 8), cell => Assert.False(Of([5, 6, 0, 9], [10, 20, 0, 40]).IsHidden(cell / 4, cell % 4)));

    [Fact]
    public void No_small_figure_can_be_told_by_subtraction() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.ListOf(Gen.ArrayOf(Gen.Frequency((3, Gen.Choose(0, 8)), (2, Gen.Choose(0, 200))), 4)).Where(parts => parts.Count > 1).ToArbitrary(),
        parts =>
        {
            var disclosure = Of([.. parts]);
            bool Hidden(int part, int feeling) => disclosure.IsHidden(part, feeling);
            for (var part = 0; part < parts.Count; part++)
            {
                for (var feeling = 0; feeling < 4; feeling++)
                {
                    if (parts[part][feeling] is > 0 and < Below)
                    {
                        Assert.True(Hidden(part, feeling));
                        var row = Enumerable.Range(0, 4).Where(other => other != feeling && Hidden(part, other)).ToList();
                        var column = Enumerable.Range(0, parts.Count).Where(other => other != part && Hidden(other, feeling)).ToList();
                        // Another one is hidden beside it, unless there is nothing that it could hide behind: it is all there is.
                        Assert.True(disclosure.IsHidden(part) || row.Count > 0 || Enumerable.Range(0, 4).All(other => other == feeling || parts[part][other] == 0));
                        Assert.True(column.Count > 0 || Enumerable.Range(0, parts.Count).All(other => other == part || parts[other][feeling] == 0));
                    }
                }
            }
        }));

    [Fact]
    public void What_few_people_feel_is_hidden_however_often_they_said_it_and_with_it_the_least_part_of_enough_people()
    {
        var disclosure = Of(people: [1, 20, 30], [0, 0, 6, 0], [10, 20, 30, 40], [50, 60, 70, 80]);

        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(part => disclosure.IsHidden(part)));
    }

    [Fact]
    public void Where_nobody_knows_how_many_wrote_a_parts_mentions_these_are_gone_by()
    {
        var disclosure = Of(people: [1, 0, 0], [0, 0, 6, 0], [10, 0, 0, 0], [50, 0, 0, 0]);

        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(part => disclosure.IsHidden(part)));
    }

    /// <summary>The attacker takes the parts that are shown from the campaign's own figures: what is left is of enough people, or all there is.</summary>
    [Fact]
    public void What_is_left_of_the_whole_comes_from_enough_people() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.ListOf(Gen.Choose(1, 12).SelectMany(people => Gen.Choose(0, 40).Select(more => (People: people, Mentions: people + more)))).ToArbitrary(),
        parts =>
        {
            var disclosure = Of([.. parts.Select(part => (long)part.People)], [.. parts.Select(part => new[] { part.Mentions, 0, 0, 0 })]);
            var left = parts.Where((_, part) => disclosure.IsHidden(part)).Sum(part => part.People);
            Assert.True(left is 0 or >= Below || parts.All(part => part.People < Below));
            Assert.All(parts.Where((_, part) => !disclosure.IsHidden(part)), part => Assert.True(part.People >= Below));
        }));

    private static SentimentDisclosure Of(params int[][] parts) => Of([.. parts.Select(_ => 0L)], parts);

    private static SentimentDisclosure Of(long[] people, params int[][] parts) => new(
        [.. parts.Select(part => new InsightCounts { Positive = part[0], Neutral = part[1], Negative = part[2], Mixed = part[3] })], people, Below);
}
