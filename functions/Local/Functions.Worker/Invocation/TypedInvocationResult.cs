using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Local.Functions.Worker.Invocation;

/// <summary>A view of the invocation's result as one type; what is set here is set there.</summary>
internal sealed class TypedInvocationResult<T>(InvocationResult inner) : InvocationResult<T>
{
    public override T? Value
    {
        get => inner.Value is T value ? value : default;
        set => inner.Value = value;
    }
}
