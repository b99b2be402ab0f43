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
    [InlineData("100 3 2 9", "3 2")]
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
    public void Of_any_parts_zero_stays_and_what_is_hidden_together_is_one_of_several_from_enough_people_or_all_there_is() =>
        Prop.ForAll(Gen.Choose(0, 12).Select(count => (long)count).ArrayOf().ToArbitrary(), people =>
        {
            var hidden = Disclosure.Hidden(people, below: 5);
            var parts = people.Where((_, part) => hidden[part]).ToArray();
            Assert.DoesNotContain(0, parts);
            Assert.All(people.Where((_, part) => !hidden[part]), count => Assert.True(count is 0 or >= 5));
            Assert.True(parts.Length == 0 || (parts.Length > 1 && parts.Sum() >= 5) || parts.Length == people.Count(count => count > 0));
        }).QuickCheckThrowOnFailure();

    private static long[] Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)];
}
