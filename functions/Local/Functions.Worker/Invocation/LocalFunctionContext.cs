using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Local.Functions.Worker.Invocation;

/// <summary>One run of a function.</summary>
internal sealed class LocalFunctionContext : FunctionContext
{
    public LocalFunctionContext(LocalFunction function, TriggerEvent happened, IServiceProvider services, CancellationToken cancellationToken)
    {
        Function = function;
        Event = happened;
        InstanceServices = services;
        CancellationToken = cancellationToken;
        Result = new UntypedInvocationResult();
        Features.Set<InvocationResult>(Result);
        BindingContext = new LocalBindingContext(happened.BindingData);
    }

    public LocalFunction Function { get; }

    public TriggerEvent Event { get; }

    public InvocationResult Result { get; }

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => Function.Id;

    public override TraceContext TraceContext { get; } = new CurrentTrace();

    public override BindingContext BindingContext { get; }

    /// <summary>This host retries through the queue alone.</summary>
    public override RetryContext RetryContext { get; } = new NoRetry();

    public override IServiceProvider InstanceServices { get; set; }

    public override FunctionDefinition FunctionDefinition => Function;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken { get; }

    private sealed class UntypedInvocationResult : InvocationResult
    {
        public override object? Value { get; set; }
    }

    private sealed class LocalBindingContext(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData { get; } = data;
    }

    private sealed class CurrentTrace : TraceContext
    {
        public override string TraceParent { get; } = Activity.Current?.Id ?? "";

        public override string TraceState { get; } = Activity.Current?.TraceStateString ?? "";
    }

    private sealed class NoRetry : RetryContext
    {
        public override int RetryCount => 0;

        public override int MaxRetryCount => 0;
    }
}
