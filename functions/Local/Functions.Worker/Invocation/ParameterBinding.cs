using System.Globalization;
using System.Reflection;
using Azure.Core.Serialization;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Campaigns.Local.Functions.Worker.Invocation;

/// <summary>Gives one parameter of a function its value; only what the official worker binds is bound.</summary>
internal delegate object? ParameterBinding(LocalFunctionContext context);

internal static class ParameterBindings
{
    private static readonly HashSet<Type> RouteTypes = [typeof(string), typeof(int), typeof(long), typeof(bool), typeof(Guid)];

    /// <summary>How each parameter is bound; a parameter of another kind adds a sentence to the faults.</summary>
    /// <param name="function">The function.</param>
    /// <param name="routeNames">The parameters of its route; empty for other triggers than HTTP.</param>
    /// <param name="faults">Where what is wrong is told.</param>
    public static ParameterBinding[] Of(LocalFunction function, IReadOnlyCollection<string> routeNames, ICollection<string> faults) =>
        [.. function.Method.GetParameters().Select(parameter => Of(function, parameter, routeNames) ?? Refuse(function, parameter, faults))];

    private static ParameterBinding? Of(LocalFunction function, ParameterInfo parameter, IReadOnlyCollection<string> routeNames)
    {
        var type = parameter.ParameterType;
        if (parameter == function.TriggerParameter)
        {
            return function.Trigger switch
            {
                HttpTriggerAttribute when type == typeof(HttpRequest) => static context => ((HttpContext)context.Event.Value).Request,
                TimerTriggerAttribute when type == typeof(TimerInfo) => static context => context.Event.Value,
                QueueTriggerAttribute => Payload(type),
                _ => null,
            };
        }

        return type == typeof(FunctionContext) ? static context => context
            : type == typeof(CancellationToken) ? static context => context.CancellationToken
            : routeNames.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase) ? RouteValue(parameter)
            : null;
    }

    private static ParameterBinding? Payload(Type type) => type switch
    {
        _ when type == typeof(QueueMessage) => static context => Message(context),
        _ when type == typeof(string) => static context => Message(context).Body.ToString(),
        _ when type == typeof(BinaryData) => static context => Message(context).Body,
        _ when type == typeof(byte[]) => static context => Message(context).Body.ToArray(),
        { IsInterface: true } or { IsAbstract: true } or { IsByRef: true } => null,
        _ when typeof(Stream).IsAssignableFrom(type) || type.Namespace?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true => null,
        _ => context => Serializer(context).Deserialize(Message(context).Body.ToStream(), type, context.CancellationToken),
    };

    private static ParameterBinding? RouteValue(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return !RouteTypes.Contains(type) ? null : context => context.Event.BindingData.GetValueOrDefault(parameter.Name!) switch
        {
            null when parameter.HasDefaultValue => parameter.DefaultValue,
            null => null,
            string text when type == typeof(Guid) => Guid.Parse(text),
            var value => Convert.ChangeType(value, type, CultureInfo.InvariantCulture),
        };
    }

    private static ParameterBinding Refuse(LocalFunction function, ParameterInfo parameter, ICollection<string> faults)
    {
        faults.Add($"The function {function.Name} has the parameter {parameter.Name} of type {parameter.ParameterType.Name}, which the isolated worker does not bind here: "
            + "it binds the trigger's own value (HttpRequest, TimerInfo, or a queue's text, bytes, message or JSON object), route parameters by name, FunctionContext and CancellationToken; services come through the constructor.");
        return static _ => null;
    }

    private static QueueMessage Message(LocalFunctionContext context) => (QueueMessage)context.Event.Value;

    private static ObjectSerializer Serializer(LocalFunctionContext context) =>
        context.InstanceServices.GetRequiredService<IOptions<WorkerOptions>>().Value.Serializer!;
}
