using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Local.Functions.Worker.Invocation;

/// <summary>The end of the pipeline: constructs the function's class, binds its parameters, calls it and keeps its result.</summary>
internal sealed class FunctionBody
{
    private readonly LocalFunction function;
    private readonly ParameterBinding[] parameters;
    private readonly ObjectFactory? construct;
    private readonly MethodInfo? asTask;
    private readonly PropertyInfo? result;

    public FunctionBody(LocalFunction function, ParameterBinding[] parameters)
    {
        this.function = function;
        this.parameters = parameters;
        construct = function.Method.IsStatic ? null : ActivatorUtilities.CreateFactory(function.Method.DeclaringType!, []);
        var type = function.Method.ReturnType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(Task<>) || open == typeof(ValueTask<>)))
        {
            asTask = open == typeof(ValueTask<>) ? type.GetMethod(nameof(ValueTask<int>.AsTask)) : null;
            result = typeof(Task<>).MakeGenericType(type.GetGenericArguments()).GetProperty(nameof(Task<int>.Result));
        }
    }

    public async Task RunAsync(FunctionContext context)
    {
        var local = (LocalFunctionContext)context;
        var arguments = Array.ConvertAll(parameters, binding => binding(local));
        var instance = construct?.Invoke(context.InstanceServices, null);
        var returned = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        if (AsTask(returned) is not { } task)
        {
            local.Result.Value = returned;
            return;
        }

        await task;
        local.Result.Value = result?.GetValue(task);
    }

    private Task? AsTask(object? returned) => returned switch
    {
        Task task => task,
        ValueTask valueTask => valueTask.AsTask(),
        _ => (Task?)asTask?.Invoke(returned, null),
    };
}
