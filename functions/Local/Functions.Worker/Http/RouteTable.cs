using Campaigns.Local.Functions.Worker.Invocation;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Local.Functions.Worker.Http;

/// <summary>Reads the routes of the HTTP functions and refuses those that Azure would mix up or never serve.</summary>
internal static class RouteTable
{
    private static readonly string[] Reserved = ["admin", "runtime"];

    public static IReadOnlyDictionary<LocalFunction, HttpRoute> Read(
        IEnumerable<LocalFunction> functions, string prefix, Func<string, LocalFunction, string> resolve, IInlineConstraintResolver resolver, ICollection<string> faults)
    {
        var routes = new Dictionary<LocalFunction, HttpRoute>();
        foreach (var function in functions)
        {
            if (function.Trigger is HttpTriggerAttribute trigger
                && HttpRoute.Read(function.Name, $"{prefix}/{resolve(trigger.Route ?? function.Name, function)}", trigger.Methods, resolver, faults) is { } route)
            {
                routes.Add(function, route);
            }
        }

        RefuseReserved(routes.Values, resolver, faults);
        RefuseOverlaps([.. routes.Values], faults);
        return routes;
    }

    private static void RefuseReserved(IEnumerable<HttpRoute> routes, IInlineConstraintResolver resolver, ICollection<string> faults)
    {
        foreach (var name in Reserved)
        {
            var own = HttpRoute.Read(name, $"{name}/{{*rest}}", null, resolver, faults)!;
            foreach (var route in routes.Where(route => RouteOverlap.Between(route, own)))
            {
                faults.Add($"The function {route.Function} has the route \"{route.Template.TemplateText}\", which could match a path under {name}/: that belongs to the host.");
            }
        }
    }

    private static void RefuseOverlaps(IReadOnlyList<HttpRoute> routes, ICollection<string> faults)
    {
        for (var i = 0; i < routes.Count; i++)
        {
            foreach (var other in routes.Skip(i + 1).Where(other => routes[i].SharesAMethodWith(other) && RouteOverlap.Between(routes[i], other)))
            {
                faults.Add($"The functions {routes[i].Function} (\"{routes[i].Template.TemplateText}\") and {other.Function} (\"{other.Template.TemplateText}\") "
                    + "could match the same path with the same method: Azure picks by the order of names, so give them paths that differ in a literal.");
            }
        }
    }
}
