using Campaigns.Local.Functions.Worker.Invocation;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextBindingFeatureExtensions
{
    public static InvocationResult GetInvocationResult(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<InvocationResult>()
            ?? throw new InvalidOperationException($"The context of {context.FunctionDefinition.Name} carries no invocation result.");
    }

    public static InvocationResult<T> GetInvocationResult<T>(this FunctionContext context) =>
        context.GetInvocationResult() is { Value: T } result
            ? new TypedInvocationResult<T>(result)
            : throw new InvalidOperationException($"The invocation result is not a {typeof(T)}: GetInvocationResult() without a type takes any.");
}
