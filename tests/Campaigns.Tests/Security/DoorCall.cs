using Campaigns.Http;
using Campaigns.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Tests.Security;

/// <summary>A call that goes through the same middleware as the engine's, in the same order.</summary>
internal sealed class DoorCall(TestEngine engine)
{
    private readonly IFunctionsWorkerMiddleware[] middleware =
    [
        ActivatorUtilities.CreateInstance<AnswerHeaders>(engine.Services), ActivatorUtilities.CreateInstance<Failures>(engine.Services),
        ActivatorUtilities.CreateInstance<Cors>(engine.Services), ActivatorUtilities.CreateInstance<Door>(engine.Services),
    ];

    /// <summary>Calls a function, or what stands in for it.</summary>
    /// <param name="route">The route.</param>
    /// <param name="request">The request.</param>
    /// <param name="function">What answers behind the door; nothing but 204 where it is left out.</param>
    public async Task<Answer> AskAsync(ServedRoute route, HttpRequest request, Func<Task<IResult>>? function = null)
    {
        var http = request.HttpContext;
        var body = new MemoryStream();
        http.Response.Body = body;
        var context = new DoorContext(route.Function, http);
        FunctionExecutionDelegate next = async _ => context.GetInvocationResult().Value = function is null ? TypedResults.NoContent() : await function();
        foreach (var step in middleware.Reverse())
        {
            var inner = next;
            next = inside => step.Invoke(inside, inner);
        }

        await next(context);
        if (context.GetInvocationResult().Value is IResult result)
        {
            await result.ExecuteAsync(http);
        }

        return new Answer(http.Response.StatusCode, http.Response.Headers, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }

    /// <summary>The route of a function.</summary>
    public static ServedRoute Route<T>(string? method = null) => ServedRoute.All.First(route => route.Function.DeclaringType == typeof(T) && (method is null || route.Method == method));
}
