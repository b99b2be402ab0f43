using Microsoft.Azure.Functions.Worker.Middleware;

namespace Campaigns.Local.Functions.Worker.Invocation;

/// <summary>The middleware in the order in which it was added, with the function at its end.</summary>
internal sealed class FunctionPipeline
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware = [];

    public void Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> step) => middleware.Add(step);

    public FunctionExecutionDelegate EndingIn(FunctionExecutionDelegate function) =>
        Enumerable.Reverse(middleware).Aggregate(function, static (next, step) => step(next));
}
