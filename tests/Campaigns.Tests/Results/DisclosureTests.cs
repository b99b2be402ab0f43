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

    private static IEnumerable<long[]> Tables(int parts, int most) => parts == 0
        ? [[]]
        : Tables(parts - 1, most).SelectMany(table => Enumerable.Range(0, most + 1).Select(count => (long[])[.. table, count]));

    private static long[] Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)];
}
