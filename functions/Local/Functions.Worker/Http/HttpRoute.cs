using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Campaigns.Local.Functions.Worker.Http;

/// <summary>The paths and methods that one HTTP function answers.</summary>
internal sealed class HttpRoute
{
    private readonly TemplateMatcher matcher;
    private readonly HashSet<string>? methods;

    private HttpRoute(string function, RouteTemplate template, IDictionary<string, IRouteConstraint> constraints, string[]? methods)
    {
        Function = function;
        Template = template;
        Constraints = constraints;
        matcher = new TemplateMatcher(template, Defaults(template));
        this.methods = methods is { Length: > 0 } ? new HashSet<string>(methods, StringComparer.OrdinalIgnoreCase) : null;
    }

    public string Function { get; }

    public RouteTemplate Template { get; }

    public IDictionary<string, IRouteConstraint> Constraints { get; }

    /// <summary>The methods as shown to people; a function that names none answers them all.</summary>
    public string Methods => methods is null ? "ANY" : string.Join(", ", methods.Select(static method => method.ToUpperInvariant()));

    public IReadOnlyCollection<string> Names => [.. Template.Parameters.Select(static parameter => parameter.Name!)];

    /// <summary>Reads a route; what is wrong with it adds a sentence to the faults.</summary>
    public static HttpRoute? Read(string function, string text, string[]? methods, IInlineConstraintResolver resolver, ICollection<string> faults)
    {
        try
        {
            var template = TemplateParser.Parse(text.Trim('/'));
            var builder = new RouteConstraintBuilder(resolver, text);
            foreach (var parameter in template.Parameters)
            {
                if (parameter.IsOptional)
                {
                    builder.SetOptional(parameter.Name!);
                }

                foreach (var constraint in parameter.InlineConstraints)
                {
                    builder.AddResolvedConstraint(parameter.Name!, constraint.Constraint);
                }
            }

            return new HttpRoute(function, template, builder.Build(), methods);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or RouteCreationException)
        {
            faults.Add($"The function {function} has the route \"{text}\", which cannot be read: {exception.Message}");
            return null;
        }
    }

    public static RouteValueDictionary Defaults(RouteTemplate template)
    {
        var defaults = new RouteValueDictionary();
        foreach (var parameter in template.Parameters.Where(static parameter => parameter.DefaultValue is not null))
        {
            defaults[parameter.Name!] = parameter.DefaultValue;
        }

        return defaults;
    }

    public bool SharesAMethodWith(HttpRoute other) => methods is null || other.methods is null || methods.Overlaps(other.methods);

    public bool Matches(HttpContext http, [NotNullWhen(true)] out RouteValueDictionary? values)
    {
        values = [];
        if ((methods is null || methods.Contains(http.Request.Method)) && matcher.TryMatch(http.Request.Path, values) && Allows(values, http))
        {
            return true;
        }

        values = null;
        return false;
    }

    private bool Allows(RouteValueDictionary values, HttpContext http)
    {
        foreach (var (name, constraint) in Constraints)
        {
            if (!constraint.Match(http, route: null, name, values, RouteDirection.IncomingRequest))
            {
                return false;
            }
        }

        return true;
    }
}
