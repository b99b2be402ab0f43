using System.Reflection;
using System.Text.RegularExpressions;
using Campaigns.Http;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Tests.Security;

/// <summary>A route of the engine with one of its methods.</summary>
/// <param name="Method">The method, in upper case.</param>
/// <param name="Path">The route, with its parameters in braces.</param>
/// <param name="Function">The function behind it.</param>
/// <param name="Roles">Who may call it.</param>
internal sealed partial record ServedRoute(string Method, string Path, MethodInfo Function, RolesAttribute Roles)
{
    /// <summary>Every one, in the order of paths.</summary>
    public static IReadOnlyList<ServedRoute> All { get; } =
    [
        .. from type in typeof(CampaignServices).Assembly.GetExportedTypes()
           from function in type.GetMethods()
           from trigger in function.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
           from method in trigger.Methods!
           let path = $"/{Constraint().Replace(trigger.Route!, "}")}"
           orderby path, method
           select new ServedRoute(method.ToUpperInvariant(), path, function, function.GetCustomAttribute<RolesAttribute>()!),
    ];

    /// <summary>As people call it.</summary>
    public override string ToString() => $"{Method} {Path}";

    [GeneratedRegex(@":[^/]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Constraint();
}
