using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Template;

namespace Campaigns.Local.Functions.Worker.Http;

/// <summary>
/// Whether two routes could match the same path. Azure takes the first match in the order of the functions' names, not the
/// most specific one, so a literal and a parameter in the same place do overlap. In doubt the answer is yes.
/// </summary>
internal static class RouteOverlap
{
    public static bool Between(HttpRoute one, HttpRoute other) => Meet(one, 0, other, 0);

    private static bool Meet(HttpRoute one, int i, HttpRoute other, int j)
    {
        if (IsCatchAll(one, i))
        {
            return Enumerable.Range(j, other.Template.Segments.Count - j).All(k => IsSatisfiable(other, k) || IsOptional(other, k));
        }

        if (IsCatchAll(other, j))
        {
            return Meet(other, j, one, i);
        }

        // Either both go on with segments that some text fits, or each can end here.
        return (i < one.Template.Segments.Count && j < other.Template.Segments.Count && SegmentsMeet(one, i, other, j) && Meet(one, i + 1, other, j + 1))
            || (CanEnd(one, i) && CanEnd(other, j));
    }

    private static bool SegmentsMeet(HttpRoute one, int i, HttpRoute other, int j) => (Literal(one, i), Literal(other, j)) switch
    {
        ({ } text, { } same) => text.Equals(same, StringComparison.OrdinalIgnoreCase),
        ({ } text, null) => Takes(other, j, text),
        (null, { } text) => Takes(one, i, text),
        _ => IsSatisfiable(one, i) && IsSatisfiable(other, j) && EndsMeet(one.Template.Segments[i], other.Template.Segments[j]),
    };

    private static bool Takes(HttpRoute route, int i, string text)
    {
        var segment = new RouteTemplate(text, [route.Template.Segments[i]]);
        var values = new RouteValueDictionary();
        return new TemplateMatcher(segment, HttpRoute.Defaults(segment)).TryMatch($"/{text}", values)
            && segment.Parameters.All(parameter => !route.Constraints.TryGetValue(parameter.Name!, out var constraint)
                || constraint.Match(httpContext: null, route: null, parameter.Name!, values, RouteDirection.IncomingRequest));
    }

    /// <summary>Segments such as <c>{name}.csv</c> and <c>{name}.ics</c> differ by what they start or end with.</summary>
    private static bool EndsMeet(TemplateSegment one, TemplateSegment other)
    {
        var (start, otherStart) = (one.Parts[0].Text ?? "", other.Parts[0].Text ?? "");
        var (end, otherEnd) = (one.Parts[^1].Text ?? "", other.Parts[^1].Text ?? "");
        return (start.StartsWith(otherStart, StringComparison.OrdinalIgnoreCase) || otherStart.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            && (end.EndsWith(otherEnd, StringComparison.OrdinalIgnoreCase) || otherEnd.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }

    private static bool CanEnd(HttpRoute route, int from) =>
        Enumerable.Range(from, route.Template.Segments.Count - from).All(i => IsOptional(route, i));

    private static string? Literal(HttpRoute route, int i) =>
        route.Template.Segments[i] is { IsSimple: true } segment && segment.Parts[0].IsLiteral ? segment.Parts[0].Text : null;

    private static bool IsCatchAll(HttpRoute route, int i) => i < route.Template.Segments.Count && route.Template.Segments[i].Parts.Any(static part => part.IsCatchAll);

    private static bool IsOptional(HttpRoute route, int i) =>
        route.Template.Segments[i].Parts is [{ IsParameter: true } part] && (part.IsOptional || part.IsCatchAll || part.DefaultValue is not null);

    /// <summary>False where no text of one character or more fits: <c>{root:maxlength(0)?}</c> is the path that ends here.</summary>
    private static bool IsSatisfiable(HttpRoute route, int i) => route.Template.Segments[i].Parts
        .All(part => part.Name is null || !route.Constraints.TryGetValue(part.Name, out var constraint) || IsSatisfiable(constraint));

    private static bool IsSatisfiable(IRouteConstraint constraint) => constraint switch
    {
        MaxLengthRouteConstraint { MaxLength: 0 } or LengthRouteConstraint { MaxLength: 0 } => false,
        OptionalRouteConstraint optional => IsSatisfiable(optional.InnerConstraint),
        CompositeRouteConstraint composite => composite.Constraints.All(IsSatisfiable),
        _ => true,
    };
}
