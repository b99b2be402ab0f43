using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Http;

/// <summary>Finds the roles that a function declares.</summary>
public static class RouteRoles
{
    private static readonly ConcurrentDictionary<string, RolesAttribute?> Known = new(StringComparer.Ordinal);

    /// <summary>The attribute on a function's method, or null where it declares none.</summary>
    /// <param name="function">The function as the host describes it; its entry point is <c>Namespace.Class.Method</c>.</param>
    public static RolesAttribute? Of(FunctionDefinition function) => Known.GetOrAdd(function.EntryPoint, Find);

    private static RolesAttribute? Find(string entryPoint)
    {
        var dot = entryPoint.LastIndexOf('.');
        return dot < 0 ? null : typeof(RouteRoles).Assembly.GetType(entryPoint[..dot])?
            .GetMethod(entryPoint[(dot + 1)..], BindingFlags.Public | BindingFlags.Instance)?
            .GetCustomAttribute<RolesAttribute>();
    }
}
