using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Http.OpenApi;

/// <summary>A route of the API and who may call it, as its function declares them.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Path">The path, with its parameters in braces.</param>
/// <param name="Methods">The methods, in lower case.</param>
/// <param name="Roles">Who may call it.</param>
public sealed partial record HttpFunction(string Name, string Path, IReadOnlyList<string> Methods, RolesAttribute Roles)
{
    /// <summary>Every route of the API. What a browser asks before it calls is no part of it: a client never does.</summary>
    public static IReadOnlyList<HttpFunction> All { get; } =
    [
        .. from type in typeof(HttpFunction).Assembly.GetExportedTypes()
           from method in type.GetMethods()
           let function = method.GetCustomAttribute<FunctionAttribute>()
           let trigger = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().SingleOrDefault()
           let roles = method.GetCustomAttribute<RolesAttribute>()
           where function is not null && trigger is not null && roles is not null && trigger.Methods is not ["options"]
           select new HttpFunction(function!.Name, $"/{Constraint().Replace(trigger!.Route!, "}")}", trigger.Methods ?? [], roles!),
    ];

    /// <summary>A parameter's constraint is the host's business.</summary>
    [GeneratedRegex(@":[^/]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Constraint();
}
