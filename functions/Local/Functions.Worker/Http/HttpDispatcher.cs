using Campaigns.Local.Functions.Worker.Invocation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Campaigns.Local.Functions.Worker.Http;

/// <summary>Gives each request to the function whose route and method it fits; every other request gets an empty 404.</summary>
internal sealed class HttpDispatcher(IReadOnlyList<(HttpRoute Route, FunctionInvoker Invoker)> functions, AdminRequests admin, HttpLimits limits, TimeProvider clock)
{
    public async Task HandleAsync(HttpContext http)
    {
        if (limits.Refusal(http) is { } refusal)
        {
            http.Response.StatusCode = refusal;
            http.Response.Headers.Connection = "close";
            return;
        }

        if (http.Request.Path.StartsWithSegments("/admin", out var rest))
        {
            await admin.HandleAsync(http, rest);
            return;
        }

        foreach (var (route, invoker) in functions)
        {
            if (route.Matches(http, out var values))
            {
                await RunAsync(http, values, invoker);
                return;
            }
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task RunAsync(HttpContext http, RouteValueDictionary values, FunctionInvoker invoker)
    {
        http.Request.RouteValues = values;
        var happened = new TriggerEvent(http, new Dictionary<string, object?>(values, StringComparer.OrdinalIgnoreCase));
        var running = invoker.InvokeAsync(happened, http.RequestAborted);
        var cut = await CutWhenLateAsync(http, running);
        try
        {
            await running;
        }
        catch (Exception) when (cut)
        {
            // Its caller has gone with a 504, and the invoker has logged what became of it.
        }
        catch (Exception) when (http.Response.HasStarted)
        {
            // Half an answer must not look whole.
            http.Abort();
        }
        catch (BadHttpRequestException exception)
        {
            Fail(http, exception.StatusCode);
        }
        catch (Exception)
        {
            // The invoker has logged it; the caller learns nothing of it.
            Fail(http, StatusCodes.Status500InternalServerError);
        }
    }

    private async Task<bool> CutWhenLateAsync(HttpContext http, Task running)
    {
        if (running.IsCompleted)
        {
            return false;
        }

        using var answered = new CancellationTokenSource();
        var limit = Task.Delay(limits.Answer, clock, answered.Token);
        var late = await Task.WhenAny(running, limit) == limit && !http.Response.HasStarted;
        if (late)
        {
            Fail(http, StatusCodes.Status504GatewayTimeout);
            http.Response.Headers.Connection = "close";
            await http.Response.CompleteAsync();
        }

        await answered.CancelAsync();
        return late;
    }

    private static void Fail(HttpContext http, int status)
    {
        http.Response.Clear();
        http.Response.StatusCode = status;
    }
}
