using System.Globalization;
using Campaigns.Results.Feed;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.OData.Edm;

namespace Campaigns.Tests.Results.Feed;

/// <summary>Any filter lets through what the same condition does, and lies in the box of what is read for it.</summary>
public sealed class FilterTests
{
    private static readonly DateTimeOffset First = new(2015, 6, 8, 0, 0, 0, TimeSpan.Zero);

    private static readonly FeedModel Model = new([new Rows()]);

    private static readonly string[] Operators = ["eq", "ne", "gt", "ge", "lt", "le"];

    private static readonly string[] Tokens =
    [
        "hourStartUtc", "localDate", "campaignKey", "mentions", "people", "rowKey", "nothing", " eq ", " gt ", " and ", " or ", "not ", " in ", "(", ")", ",", "'", "'a'", "null", "true", "1", "-1",
        "99999999999999999999", "1e400", "INF", "0.5", "2015-06-08T00:00:00Z", "2015-06-08T00:00:00+01:00", "2015-99-99", "2015-06-08", "duration'P1D'", "12:00:00", "tolower(", "contains(", "date(", "year(",
        "length(", "any(", "$it", "/", "*", "%", "%2", "&", "=", "@p", " desc", " add ", " mul ", "{", "[", "\u00e9", "\0", " ",
    ];

    // In zones from those furthest west to those furthest east.
    private static readonly Gen<object?[]> AnyRow =
        from campaign in Gen.Elements("a", "a-b", "b")
        from hour in Gen.Choose(-30, 30)
        from zone in Gen.Choose(-12, 14)
        from mentions in Gen.Choose(0, 5)
        from people in Gen.Choose(-2, 5)
        let at = First.AddHours(hour)
        let local = at.AddHours(zone)
        select new object?[] { $"{campaign},{hour}", campaign, at, new Date(local.Year, local.Month, local.Day), (long)mentions, people < 0 ? null : (long)people };

    private static readonly Gen<(string Option, string Text, object?[] Row)> AnyQuery =
        from option in Gen.Elements("$filter", "$orderby", "$select", "$top", "$skip", "$skiptoken", "$count")
        from parts in Gen.Elements(Tokens).ArrayOf()
        from row in AnyRow
        select (option, string.Concat(parts), row);

    private static readonly Gen<Condition> Simple = Gen.OneOf(
        from compares in Gen.Elements(Operators)
        from hour in Gen.Choose(-30, 30)
        from offset in Gen.Elements(0, 60, -330, 840)
        from turned in Gen.Elements(true, false)
        let at = First.AddHours(hour)
        let text = at.ToOffset(TimeSpan.FromMinutes(offset)).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)
        select turned
            ? new Condition($"{text} {compares} hourStartUtc", row => Holds(compares, at.CompareTo((DateTimeOffset)row[2]!)))
            : new Condition($"hourStartUtc {compares} {text}", row => Holds(compares, ((DateTimeOffset)row[2]!).CompareTo(at))),
        from compares in Gen.Elements(Operators)
        from day in Gen.Choose(-2, 2)
        let at = First.AddDays(day)
        let date = new Date(at.Year, at.Month, at.Day)
        select new Condition($"localDate {compares} {date}", row => Holds(compares, ((Date)row[3]!).CompareTo(date))),
        from compares in Gen.Elements("eq", "ne")
        from campaign in Gen.Elements("a", "a-b", "c")
        select new Condition($"campaignKey {compares} '{campaign}'", row => Holds(compares, string.CompareOrdinal((string)row[1]!, campaign))),
        Gen.Constant(new Condition("campaignKey in ('a','b')", row => row[1] is "a" or "b")),
        from compares in Gen.Elements(Operators)
        from number in Gen.Choose(-1, 6)
        select new Condition($"mentions {compares} {number}", row => Holds(compares, ((long)row[4]!).CompareTo(number))),
        from compares in Gen.Elements(Operators)
        from number in Gen.Choose(0, 5)
        select new Condition($"people {compares} {number}", row => row[5] is long people ? Holds(compares, people.CompareTo(number)) : compares == "ne"),
        from compares in Gen.Elements("eq", "ne")
        select new Condition($"people {compares} null", row => row[5] is null == (compares == "eq")));

    [Fact]
    public void Any_filter_lets_the_same_rows_through_as_the_condition_and_none_outside_its_box() =>
        Prop.ForAll((from condition in AnyCondition(4) from rows in AnyRow.ArrayOf() select (condition, rows)).ToArbitrary(), both =>
        {
            var ((text, holds), rows) = both;
            var (query, fault) = new FeedQueryReader(Model).Read(new Uri("http://localhost/api/odata/"), "Rows", $"?$filter={Uri.EscapeDataString(text)}");
            Assert.True(fault is null, $"{text}: {fault?.Message}");
            var plain = new FeedQueryReader(Model).Read(new Uri("http://localhost/api/odata/"), "Rows", $"?$filter={text.Replace(" ", "%20", StringComparison.Ordinal)}").Query!;
            foreach (var row in rows)
            {
                Assert.True(query!.Lets(row) == holds(row), $"{text} of {string.Join(' ', row)}");
                Assert.Equal(holds(row), plain.Lets(row));
                Assert.True(!query.Lets(row) || IsIn(query.Bounds, row), $"{text} lets {string.Join(' ', row)} through, which is outside {query.Bounds}.");
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_is_asked_is_read_or_refused_and_what_is_read_can_be_worked_out() =>
        Prop.ForAll(AnyQuery.ToArbitrary(), asked =>
        {
            foreach (var text in new[] { asked.Text, Uri.EscapeDataString(asked.Text) })
            {
                var (query, fault) = new FeedQueryReader(Model).Read(new Uri("http://localhost/api/odata/"), "Rows", $"?{asked.Option}={text}");
                Assert.True(query is null == fault?.Status is 400 or 404 or 501);
                query?.Lets(asked.Row);
            }
        }).QuickCheckThrowOnFailure();

    private static Gen<Condition> AnyCondition(int depth) => depth == 0 ? Simple : Gen.OneOf(
        Simple,
        from one in AnyCondition(depth - 1)
        from other in AnyCondition(depth - 1)
        from joins in Gen.Elements("and", "or")
        select new Condition($"({one.Text}) {joins} ({other.Text})", row => joins == "and" ? one.Holds(row) && other.Holds(row) : one.Holds(row) || other.Holds(row)),
        from one in AnyCondition(depth - 1)
        select new Condition($"not ({one.Text})", row => !one.Holds(row)));

    private static bool Holds(string compares, int order) => compares switch
    {
        "eq" => order == 0,
        "ne" => order != 0,
        "gt" => order > 0,
        "ge" => order >= 0,
        "lt" => order < 0,
        _ => order <= 0,
    };

    private static bool IsIn(FeedBounds box, object?[] row) =>
        !((DateTimeOffset)row[2]! < box.From) && !((DateTimeOffset)row[2]! >= box.To) && box.Campaigns?.Contains((string)row[1]!) != false;

    private sealed record Condition(string Text, Func<object?[], bool> Holds);

    private sealed class Rows() : FeedSet("Rows", "Row",
    [
        FeedColumn.Text("rowKey"), FeedColumn.Text("campaignKey"), FeedColumn.Moment("hourStartUtc"), FeedColumn.Day("localDate"), FeedColumn.Count("mentions"), FeedColumn.Figure("people")[0],
    ])
    {
        public override IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, CancellationToken cancellationToken) => AsyncEnumerable.Empty<object?[]>();
    }
}
