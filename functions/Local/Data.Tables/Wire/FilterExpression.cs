#nullable enable
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Serialization;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Wire;

/// <summary>Writes a predicate as a filter: comparisons of properties with values, joined by and, or, not.</summary>
internal static class FilterExpression
{
    public static string Of<T>(Expression<Func<T, bool>> predicate) => Write(predicate.Body, predicate.Parameters[0]);

    private static string Write(Expression node, ParameterExpression entity) => node switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } both => $"({Write(both.Left, entity)}) and ({Write(both.Right, entity)})",
        BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } either => $"({Write(either.Left, entity)}) or ({Write(either.Right, entity)})",
        UnaryExpression { NodeType: ExpressionType.Not } not => $"not ({Write(not.Operand, entity)})",
        BinaryExpression comparison when OperatorOf(comparison.NodeType) is { } word => Compare(comparison, word, entity),
        _ when NameOf(node, entity) is { } flag => $"{flag} eq true",
        _ => throw Unsupported(node),
    };

    private static string Compare(BinaryExpression comparison, string word, ParameterExpression entity)
    {
        // A value keeps its conversion (5 compared with an Int64 is 5L); a name is looked for under it.
        var (left, right) = (comparison.Left, comparison.Right);
        // string.Compare(name, value) > 0 and name.CompareTo(value) > 0 say what a filter says by: name gt value.
        if (Unwrapped(left) is MethodCallExpression { Method.Name: "Compare" or "CompareTo" or "CompareOrdinal" } call && Value(right, entity) is 0)
        {
            (left, right) = call.Object is { } first ? (first, call.Arguments[0]) : (call.Arguments[0], call.Arguments[1]);
        }

        return NameOf(left, entity) is { } name ? $"{name} {word} {ODataLiteral.Of(Value(right, entity))}"
            : NameOf(right, entity) is { } mirrored ? $"{mirrored} {Mirrored(word)} {ODataLiteral.Of(Value(left, entity))}"
            : throw Unsupported(comparison);
    }

    /// <summary>The stored name of a property of the entity, or null where the expression is none.</summary>
    private static string? NameOf(Expression node, ParameterExpression entity) => Unwrapped(node) switch
    {
        MemberExpression { Member.Name: "Value", Expression: { } inner } nullable when Nullable.GetUnderlyingType(inner.Type) == nullable.Type => NameOf(inner, entity),
        MemberExpression member when member.Expression is { } owner && Unwrapped(owner) == entity => NameOf(member.Member),
        MethodCallExpression { Object: { } owner, Arguments: [var key] } call when Unwrapped(owner) == entity
            && (call.Method.Name == "get_Item" || call.Method.Name.StartsWith("Get", StringComparison.Ordinal)) => Value(key, entity) as string,
        _ => null,
    };

    private static string NameOf(MemberInfo member) => member.DeclaringType == typeof(TableItem)
        ? "TableName"
        : member.GetCustomAttribute<DataMemberAttribute>()?.Name ?? member.Name;

    private static Expression Unwrapped(Expression node) =>
        node is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert ? Unwrapped(convert.Operand) : node;

    private static object? Value(Expression node, ParameterExpression entity) => new Finder(entity).IsIn(node)
        ? throw Unsupported(node)
        : Expression.Lambda(node).Compile(preferInterpretation: true).DynamicInvoke();

    private static string? OperatorOf(ExpressionType type) => type switch
    {
        ExpressionType.Equal => "eq",
        ExpressionType.NotEqual => "ne",
        ExpressionType.GreaterThan => "gt",
        ExpressionType.GreaterThanOrEqual => "ge",
        ExpressionType.LessThan => "lt",
        ExpressionType.LessThanOrEqual => "le",
        _ => null,
    };

    private static string Mirrored(string word) => word switch { "gt" => "lt", "ge" => "le", "lt" => "gt", "le" => "ge", _ => word };

    private static NotSupportedException Unsupported(Expression node) => new($"A table's filter cannot say {node}.");

    private sealed class Finder(ParameterExpression wanted) : ExpressionVisitor
    {
        private bool found;

        public bool IsIn(Expression node)
        {
            Visit(node);
            return found;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            found |= node == wanted;
            return node;
        }
    }
}
