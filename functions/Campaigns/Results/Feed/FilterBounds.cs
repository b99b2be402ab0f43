using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Campaigns.Results.Feed;

/// <summary>Finds out which hours and campaigns a filter can let through, so that no others are read.</summary>
internal static class FilterBounds
{
    /// <summary>The column of the hour in which a fact begins.</summary>
    public const string Hour = "hourStartUtc";

    /// <summary>The column of the campaign.</summary>
    public const string Campaign = "campaignKey";

    private const string LocalDate = "localDate";

    public static FeedBounds Of(SingleValueNode? node) => Bare(node) switch
    {
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } both => Of(both.Left).And(Of(both.Right)),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } either => Of(either.Left).Or(Of(either.Right)),
        BinaryOperatorNode comparison => Compared(comparison),
        InNode { Right: CollectionConstantNode list } member when Column(Bare(member.Left as SingleValueNode)) == Campaign => new(Campaigns: Texts(list.Collection.Select(item => item.Value))),
        _ => FeedBounds.None,
    };

    private static FeedBounds Compared(BinaryOperatorNode node)
    {
        var (left, right) = (Bare(node.Left), Bare(node.Right));
        return (left, right) switch
        {
            (_, ConstantNode { Value: { } value }) => Compared(Column(left), node.OperatorKind, value),
            (ConstantNode { Value: { } value }, _) => Compared(Column(right), Turned(node.OperatorKind), value),
            _ => FeedBounds.None,
        };
    }

    private static FeedBounds Compared(string? column, BinaryOperatorKind kind, object value) => (column, value) switch
    {
        (Hour, DateTimeOffset moment) => Between(kind, moment, Beside(moment, TimeSpan.FromTicks(1)), moment),
        // A local day begins up to 14 hours before and ends up to 12 hours after the day in UTC.
        (LocalDate, Date day) => Between(kind, Beside(Start(day), TimeSpan.FromHours(-14)), Beside(Start(day), TimeSpan.FromHours(24 + 12)), Start(day).AddHours(12)),
        (Campaign, string campaign) when kind == BinaryOperatorKind.Equal => new(Campaigns: Texts([campaign])),
        _ => FeedBounds.None,
    };

    /// <param name="kind">How a column compares.</param>
    /// <param name="from">The first moment that equals the value.</param>
    /// <param name="to">The end of those, exclusive.</param>
    /// <param name="before">The end of what is below it, exclusive.</param>
    private static FeedBounds Between(BinaryOperatorKind kind, DateTimeOffset from, DateTimeOffset to, DateTimeOffset before) => kind switch
    {
        BinaryOperatorKind.Equal => new(from, to),
        BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => new(From: from),
        BinaryOperatorKind.LessThan => new(To: before),
        BinaryOperatorKind.LessThanOrEqual => new(To: to),
        _ => FeedBounds.None,
    };

    private static BinaryOperatorKind Turned(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        _ => kind,
    };

    /// <summary>A moment that much later or earlier; where time ends, its end: whoever means no bound writes the last day that there is.</summary>
    private static DateTimeOffset Beside(DateTimeOffset moment, TimeSpan by) =>
        new(Math.Clamp(moment.UtcTicks + by.Ticks, DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);

    private static DateTimeOffset Start(Date day) => new(day.Year, day.Month, day.Day, 0, 0, 0, TimeSpan.Zero);

    private static HashSet<string> Texts(IEnumerable<object?> values) => values.OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static string? Column(SingleValueNode? node) => (node as SingleValuePropertyAccessNode)?.Property.Name;

    private static SingleValueNode? Bare(SingleValueNode? node) => node is ConvertNode convert ? Bare(convert.Source) : node;
}
