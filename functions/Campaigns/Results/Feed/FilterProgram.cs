using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Campaigns.Results.Feed;

/// <summary>Turns a filter into a function of a row. Nulls are as OData has them: nothing is above or below an unknown value.</summary>
/// <param name="columns">The columns of the row.</param>
internal sealed class FilterProgram(IReadOnlyList<FeedColumn> columns)
{
    /// <summary>The operators' functions, as <c>$metadata</c> declares them.</summary>
    public static IReadOnlyList<string> Functions { get; } = ["contains", "startswith", "endswith", "tolower", "year", "month", "day", "date"];

    /// <summary>The operators, before which or behind which a bracket may stand.</summary>
    public static IReadOnlyList<string> Operators { get; } = ["eq", "ne", "gt", "ge", "lt", "le", "in", "and", "or", "not"];

    /// <summary>Makes the function.</summary>
    /// <exception cref="UnsupportedQueryException">The filter has something that the feed does not offer.</exception>
    public Func<object?[], bool> Make(SingleValueNode node)
    {
        var value = Value(node);
        return row => value(row) is true;
    }

    private Func<object?[], object?> Value(QueryNode node) => node switch
    {
        ConstantNode { Value: null or string or bool or int or long or double or float or decimal or DateTimeOffset or Date } constant => _ => constant.Value,
        ConvertNode convert => Value(convert.Source),
        SingleValuePropertyAccessNode property => Column(property.Property.Name),
        BinaryOperatorNode binary => Binary(binary.OperatorKind, Value(binary.Left), Value(binary.Right)),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => Not(Value(not.Operand)),
        InNode { Right: CollectionConstantNode list } member => In(Value(member.Left), [.. list.Collection.Select(item => item.Value)]),
        SingleValueFunctionCallNode call => Call(call.Name, [.. call.Parameters.Select(Value)]),
        _ => throw new UnsupportedQueryException($"$filter does not offer {node.Kind} here."),
    };

    private Func<object?[], object?> Column(string name)
    {
        var at = columns.Index().First(column => column.Item.Name == name).Index;
        return row => row[at];
    }

    private static Func<object?[], object?> Binary(BinaryOperatorKind kind, Func<object?[], object?> left, Func<object?[], object?> right) => kind switch
    {
        BinaryOperatorKind.And => Joined(left, right, decides: false),
        BinaryOperatorKind.Or => Joined(left, right, decides: true),
        BinaryOperatorKind.Equal => row => FeedValues.AreEqual(left(row), right(row)),
        BinaryOperatorKind.NotEqual => row => !FeedValues.AreEqual(left(row), right(row)),
        BinaryOperatorKind.GreaterThan => Ordered(left, right, static order => order > 0),
        BinaryOperatorKind.GreaterThanOrEqual => Ordered(left, right, static order => order >= 0),
        BinaryOperatorKind.LessThan => Ordered(left, right, static order => order < 0),
        BinaryOperatorKind.LessThanOrEqual => Ordered(left, right, static order => order <= 0),
        _ => throw new UnsupportedQueryException($"$filter does not offer the operator {kind}."),
    };

    /// <summary>Both sides, each worked out once: of a long chain of them nothing may be worked out over and over.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other.</param>
    /// <param name="decides">The value that decides by itself: false of and, true of or.</param>
    private static Func<object?[], object?> Joined(Func<object?[], object?> left, Func<object?[], object?> right, bool decides) => row =>
    {
        var one = left(row);
        if (one is bool first && first == decides)
        {
            return one;
        }

        var other = right(row);
        return other is bool second && second == decides ? other : one is null || other is null ? null : !decides;
    };

    private static Func<object?[], object?> Ordered(Func<object?[], object?> left, Func<object?[], object?> right, Func<int, bool> holds) => row =>
        left(row) is { } one && right(row) is { } other && holds(FeedValues.Compare(one, other));

    private static Func<object?[], object?> Not(Func<object?[], object?> operand) => row => operand(row) is bool value ? !value : null;

    private static Func<object?[], object?> In(Func<object?[], object?> left, object?[] list) => row =>
    {
        var value = left(row);
        return list.Any(item => FeedValues.AreEqual(value, item));
    };

    private static Func<object?[], object?> Call(string name, Func<object?[], object?>[] arguments) => name switch
    {
        "contains" => Texts(arguments, static (text, part) => text.Contains(part, StringComparison.Ordinal)),
        "startswith" => Texts(arguments, static (text, part) => text.StartsWith(part, StringComparison.Ordinal)),
        "endswith" => Texts(arguments, static (text, part) => text.EndsWith(part, StringComparison.Ordinal)),
        "tolower" => row => (arguments[0](row) as string)?.ToLowerInvariant(),
        "year" => row => FeedValues.DateOf(arguments[0](row))?.Year,
        "month" => row => FeedValues.DateOf(arguments[0](row))?.Month,
        "day" => row => FeedValues.DateOf(arguments[0](row))?.Day,
        "date" => row => FeedValues.DateOf(arguments[0](row)),
        _ => throw new UnsupportedQueryException($"$filter does not offer {name}(): it has {string.Join(", ", Functions)}."),
    };

    private static Func<object?[], object?> Texts(Func<object?[], object?>[] arguments, Func<string, string, bool> holds) => row =>
        arguments[0](row) is string text && arguments[1](row) is string part ? holds(text, part) : null;
}
