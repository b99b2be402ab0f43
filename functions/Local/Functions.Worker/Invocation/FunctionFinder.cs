using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Campaigns.Local.Functions.Worker.Invocation;

/// <summary>Finds the methods that bear <see cref="FunctionAttribute"/>, in the order of their functions' names.</summary>
internal static class FunctionFinder
{
    private const BindingFlags AnyMethod = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<LocalFunction> Find(IEnumerable<Type> classes, ICollection<string> faults)
    {
        var functions = new List<LocalFunction>();
        foreach (var method in classes.SelectMany(static type => type.GetMethods(AnyMethod)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is { } attribute && Read(attribute.Name, method, faults) is { } function)
            {
                functions.Add(function);
            }
        }

        foreach (var same in functions.GroupBy(static function => function.Name, StringComparer.OrdinalIgnoreCase).Where(static same => same.Count() > 1))
        {
            faults.Add($"The function name {same.Key} is given twice: by {string.Join(" and by ", same.Select(static function => function.EntryPoint))}.");
        }

        return [.. functions.OrderBy(static function => function.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static LocalFunction? Read(string name, MethodInfo method, ICollection<string> faults)
    {
        var triggers = method.GetParameters()
            .Select(static parameter => (Parameter: parameter, Trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(static found => found.Trigger is not null)
            .ToList();
        if (triggers.Count != 1)
        {
            faults.Add($"The function {name} has {(triggers.Count == 0 ? "no trigger" : "more than one trigger")}: exactly one parameter of {method.DeclaringType}.{method.Name} must bear one.");
            return null;
        }

        if (!method.IsPublic || !method.DeclaringType!.IsVisible || method.IsGenericMethod || (method.DeclaringType.IsAbstract && !method.IsStatic))
        {
            faults.Add($"The function {name} cannot be called: {method.DeclaringType}.{method.Name} must be a public method of a public class that can be constructed.");
            return null;
        }

        return new LocalFunction(name, method, triggers[0].Parameter, triggers[0].Trigger!);
    }
}
