using Campaigns.Local.Functions.Worker.Invocation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Campaigns.Local.Functions.Worker.Http;

/// <summary>The step that shows HTTP functions their <see cref="HttpContext"/> and writes what they return.</summary>
internal static class HttpAnswer
{
    public static FunctionExecutionDelegate Step(FunctionExecutionDelegate next) => async context =>
    {
        if (((LocalFunctionContext)context).Event.Value is not HttpContext http)
        {
            await next(context);
            return;
        }

        context.Items[FunctionContextExtensions.HttpContextKey] = http;
        await next(context);
        await WriteAsync(http, context.GetInvocationResult().Value);
    };

    private static Task WriteAsync(HttpContext http, object? result) => result switch
    {
        null => Task.CompletedTask,
        IResult answer => answer.ExecuteAsync(http),
        IActionResult action => action.ExecuteResultAsync(ActionContext(http)),
        _ => new ObjectResult(result).ExecuteResultAsync(ActionContext(http)),
    };

    private static ActionContext ActionContext(HttpContext http) => new(http, new RouteData(http.Request.RouteValues), new ActionDescriptor());
}
