using System.Diagnostics;
using Campaigns.Http.OpenApi;
using Campaigns.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Campaigns.Http;

/// <summary>The span of a call over HTTP, in the trace of whoever calls. It names the route, never the path or the query, in which keys and names may stand.</summary>
/// <param name="kinds">What kind of span it is.</param>
public sealed class Tracing(SpanKinds kinds) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc />
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext();
        using var activity = EngineTrace.Start(context.FunctionDefinition.Name, kinds.Server, Parent(context, http));
        activity?.SetTag("http.request.method", http?.Request.Method);
        activity?.SetTag("http.route", HttpFunction.All.FirstOrDefault(function => function.Name == context.FunctionDefinition.Name)?.Path);
        try
        {
            await next(context);
        }
        catch (Exception fault)
        {
            activity.Failed(fault);
            throw;
        }

        if (activity is not null && http is not null)
        {
            // The result is executed behind the middleware, so its status is read from the result itself.
            var status = http.Response.HasStarted || context.GetInvocationResult().Value is not IStatusCodeHttpResult { StatusCode: { } own } ? http.Response.StatusCode : own;
            activity.SetTag("http.response.status_code", status);
            activity.SetStatus(status >= 500 ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        }
    }

    /// <summary>The host's own span of this invocation, so that ours stands beneath it; else what the caller brought.</summary>
    private static string? Parent(FunctionContext context, HttpContext? http) =>
        context.TraceContext.TraceParent is { Length: > 0 } host ? host : http?.Request.Headers.TraceParent.FirstOrDefault();
}
