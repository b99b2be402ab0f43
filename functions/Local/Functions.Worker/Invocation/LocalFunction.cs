using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Campaigns.Local.Functions.Worker.Invocation;

/// <summary>One function of the app, as found by reflection.</summary>
internal sealed class LocalFunction : FunctionDefinition
{
    public LocalFunction(string name, MethodInfo method, ParameterInfo triggered, TriggerBindingAttribute trigger)
    {
        Name = name;
        Method = method;
        Trigger = trigger;
        TriggerParameter = triggered;
        EntryPoint = $"{method.DeclaringType!.FullName}.{method.Name}";
        PathToAssembly = method.DeclaringType.Assembly.Location;
        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{PathToAssembly}/{EntryPoint}")))[..16];
        Parameters = [.. method.GetParameters().Select(Describe)];
        InputBindings = ImmutableDictionary<string, BindingMetadata>.Empty.Add(triggered.Name!, new Binding(triggered.Name!, TypeOf(trigger), BindingDirection.In));
        OutputBindings = trigger is HttpTriggerAttribute
            ? ImmutableDictionary<string, BindingMetadata>.Empty.Add("$return", new Binding("$return", "http", BindingDirection.Out))
            : ImmutableDictionary<string, BindingMetadata>.Empty;
    }

    public MethodInfo Method { get; }

    public TriggerBindingAttribute Trigger { get; }

    public ParameterInfo TriggerParameter { get; }

    public override ImmutableArray<FunctionParameter> Parameters { get; }

    public override string PathToAssembly { get; }

    public override string EntryPoint { get; }

    public override string Id { get; }

    public override string Name { get; }

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }

    private static string TypeOf(TriggerBindingAttribute trigger) => trigger switch
    {
        HttpTriggerAttribute => "httpTrigger",
        QueueTriggerAttribute => "queueTrigger",
        _ => "timerTrigger",
    };

    private static FunctionParameter Describe(ParameterInfo parameter)
    {
        var binding = parameter.GetCustomAttribute<BindingAttribute>();
        return binding is null
            ? new FunctionParameter(parameter.Name!, parameter.ParameterType)
            : new FunctionParameter(parameter.Name!, parameter.ParameterType, ImmutableDictionary<string, object>.Empty.Add("bindingAttribute", binding));
    }

    private sealed class Binding(string name, string type, BindingDirection direction) : BindingMetadata
    {
        public override string Name { get; } = name;

        public override string Type { get; } = type;

        public override BindingDirection Direction { get; } = direction;
    }
}
