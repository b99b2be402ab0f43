using System.Globalization;
using Campaigns.Results;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Results;

public class DisclosureTests
{
    [Theory]
    [InlineData("100 5 7", "")]
    [InlineData("100 4 7", "4 7")]
    [InlineData("100 4 7 5 0", "4 5")]
    [InlineData("100 2 2 9", "2 2 9")]
    [InlineData("100 3 2 9", "3 2 9")]
    [InlineData("100 6 4 6", "6 4 6")]
    [InlineData("4", "4")]
    [InlineData("4 0 0", "4")]
    [InlineData("1 1", "1 1")]
    [InlineData("0 0", "")]
    [InlineData("", "")]
    public void What_few_people_make_is_hidden_and_so_is_the_next_smallest_where_subtraction_would_show_it(string people, string hidden)
    {
        var counts = Numbers(people);

        Assert.Equal(Numbers(hidden), counts.Where((_, part) => Disclosure.Hidden(counts, below: 5)[part]));
    }

    [Fact]
    public void Nothing_is_hidden_where_the_campaign_wants_nothing_hidden() =>
        Assert.All(Disclosure.Hidden([1, 2, 3], below: 0), Assert.False);

    [Fact]
    public void Of_any_parts_zero_stays_and_what_is_hidden_together_is_several_parts_of_which_one_has_enough_people_or_all_there_is() =>
        Prop.ForAll(Gen.Choose(0, 12).Select(count => (long)count).ArrayOf().ToArbitrary(), people =>
        {
            var hidden = Disclosure.Hidden(people, below: 5);
            var parts = people.Where((_, part) => hidden[part]).ToArray();
            Assert.DoesNotContain(0, parts);
            Assert.All(people.Where((_, part) => !hidden[part]), count => Assert.True(count is 0 or >= 5));
            Assert.True(parts.Length == 0 || (parts.Length > 1 && parts.Max() >= 5) || parts.Length == people.Count(count => count > 0));
        }).QuickCheckThrowOnFailure();

    /// <summary>
    /// The attacker knows what is shown, the sum of all, and the rule. For every small table, each hidden part must be possible in two ways at least;
    /// save where all parts are hidden and the sum alone, which is always shown, gives them away.
    /// </summary>
    [Theory]
    [InlineData(2, 4, 7)]
    [InlineData(3, 4, 8)]
    [InlineData(5, 3, 16)]
    [InlineData(5, 4, 9)]
    public void Who_knows_all_that_is_shown_the_sums_and_the_rule_cannot_tell_a_hidden_part(int below, int parts, int most)
    {
        var shown = Tables(parts, most).Select(table => (Table: table, Hidden: Disclosure.Hidden(table, below))).Where(one => one.Hidden.Contains(true))
            .GroupBy(one => string.Join(' ', one.Table.Select((count, part) => one.Hidden[part] ? "?" : $"{count}").Append($"{one.Table.Sum()}")));

        foreach (var tables in shown)
        {
            var (one, hidden) = tables.First();
            var together = one.Where((_, part) => hidden[part]).Sum();
            // A table that is cut off at the greatest number says nothing: the other ways lie beyond it.
            if (together > most || hidden.Count(isHidden => isHidden) is var count && (count < 2 || together == count || together < below))
            {
                continue;
            }

            for (var part = 0; part < parts; part++)
            {
                Assert.True(!hidden[part] || tables.Select(table => table.Table[part]).Distinct().Count() > 1, $"{tables.Key} tells part {part} of {string.Join(' ', one)}");
            }
        }
    }

    /// <summary>Days share people: however much they do, what is left of a sum without the days that are shown is of enough people.</summary>
    [Fact]
    public void What_is_left_of_a_sum_comes_from_enough_people_even_where_parts_share_them() =>
        Prop.ForAll(Gen.Choose(0, 15).ArrayOf().ArrayOf().ToArbitrary(), days =>
        {
            var people = days.Select(day => day.Distinct().LongCount()).ToArray();
            var hidden = Disclosure.Hidden(people, below: 5);
            var left = days.Where((_, day) => hidden[day]).SelectMany(day => day).Distinct().Count();
            Assert.True(left is 0 or >= 5 || people.All(count => count < 5));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("21: 20 21", "20")]
    [InlineData("21: 20 10", "20 10")]
    [InlineData("40: 21 22 0", "21 22")]
    [InlineData("40: 21 22 30", "")]
    [InlineData("21: 16 15 0", "")]
    [InlineData("21: 21 21", "")]
    [InlineData("3: 3 3", "3 3")]
    public void Parts_that_share_people_are_hidden_where_the_whole_without_one_or_all_of_them_without_the_whole_is_few(string people, string hidden)
    {
        var (whole, counts) = (long.Parse(people.Split(':')[0], CultureInfo.InvariantCulture), Numbers(people.Split(':')[1]));

        Assert.Equal(Numbers(hidden), counts.Where((_, part) => Disclosure.Hidden(counts, below: 5, PartOverlap.Of(counts, whole))[part]));
    }

    /// <summary>
    /// The attacker knows the whole, what is shown, and the rule. For every small table of parts that share people, each hidden part must be possible
    /// in two ways at least; save where the whole has hardly more people than are few, so that it alone gives them away.
    /// </summary>
    [Theory]
    [InlineData(5, 2, 26)]
    [InlineData(3, 2, 26)]
    [InlineData(3, 3, 9)]
    public void Who_knows_the_whole_of_parts_that_share_people_cannot_tell_a_hidden_one(int below, int parts, int most)
    {
        var worlds = Sets((1 << parts) - 1, most)
            .Select(table => (Whole: table.Sum(), People: Enumerable.Range(0, parts).Select(part => table.Where((_, set) => (set + 1 >> part & 1) != 0).Sum()).ToArray()))
            .Where(world => world.Whole > below + 1).DistinctBy(world => string.Join(' ', world.People.Append(world.Whole)));
        var shown = worlds.Select(world => (world.Whole, world.People, Hidden: Disclosure.Hidden(world.People, below, PartOverlap.Of(world.People, world.Whole))))
            .GroupBy(world => string.Join(' ', world.People.Select((count, part) => world.Hidden[part] ? "?" : $"{count}").Append($"{world.Whole}")));

        foreach (var same in shown)
        {
            var (_, one, hidden) = same.First();
            Assert.All(
                Enumerable.Range(0, parts).Where(part => hidden[part]),
                part => Assert.True(same.Select(world => world.People[part]).Distinct().Count() > 1, $"{same.Key} tells part {part} of {string.Join(' ', one)}"));
        }
    }

    /// <summary>The attacker adds and subtracts followers: of any people in any parts, no sum of what is shown is of few of them.</summary>
    [Fact]
    public void No_part_that_is_shown_leaves_few_of_the_whole_and_no_two_that_are_all_of_it_share_few() =>
        Prop.ForAll(Gen.Choose(0, 40).ArrayOf().ArrayOf(2).ToArbitrary(), sets =>
        {
            var people = sets.Select(set => set.Distinct().LongCount()).ToArray();
            var whole = sets.SelectMany(set => set).Distinct().ToArray();
            var hidden = Disclosure.Hidden(people, below: 5, PartOverlap.Of(people, whole.Length));
            Assert.All(Enumerable.Range(0, 2).Where(part => !hidden[part] && people[part] > 0), part => Assert.True(whole.Except(sets[part]).Count() is 0 or >= 5));
            Assert.True(hidden.Contains(true) || sets[0].Intersect(sets[1]).Count() is 0 or >= 5);
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<long[]> Tables(int parts, int most) => parts == 0
        ? [[]]
        : Tables(parts - 1, most).SelectMany(table => Enumerable.Range(0, most + 1).Select(count => (long[])[.. table, count]));

    private static IEnumerable<long[]> Sets(int count, int most) => count == 0
        ? [[]]
        : Enumerable.Range(0, most + 1).SelectMany(people => Sets(count - 1, most - people).Select(rest => (long[])[people, .. rest]));

    private static long[] Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)];
}
