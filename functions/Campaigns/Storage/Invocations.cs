using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Campaigns.Storage;

/// <summary>Has every span say in which invocation it was made: by that it is found beside what the host tells of the invocation, whatever trace it is in.</summary>
public sealed class Invocations : IFunctionsWorkerMiddleware
{
    /// <inheritdoc />
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        EngineTrace.Enter(context.InvocationId, context.TraceContext.TraceParent);
        await next(context);
    }
}
