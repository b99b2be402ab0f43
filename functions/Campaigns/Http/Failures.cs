using Campaigns.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Campaigns.Http;

/// <summary>
/// Answers for what no function foresaw: 503 where storage is away, else 500, as problem details that tell nothing of the inside. Only for
/// HTTP: a failing queue message or timer must reach the host.
/// </summary>
/// <param name="logger">Where the fault stands.</param>
public sealed partial class Failures(ILogger<Failures> logger) : IFunctionsWorkerMiddleware
{
    private const long HostLimit = 104_857_600;

    /// <inheritdoc />
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext();
        try
        {
            await next(context);
        }
        catch (Exception fault) when (http is { Response.HasStarted: false, RequestAborted.IsCancellationRequested: false })
        {
            await Answer(fault, context).ExecuteAsync(http);
        }
    }

    /// <summary>With which status a fault is answered.</summary>
    /// <param name="fault">The fault.</param>
    internal static int StatusOf(Exception fault) => fault switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => StatusCodes.Status413PayloadTooLarge,
        BadHttpRequestException or System.Text.RegularExpressions.RegexMatchTimeoutException => StatusCodes.Status400BadRequest,
        _ => StorageRim.IsUnavailable(fault) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
    };

    private IResult Answer(Exception fault, FunctionContext context)
    {
        switch (StatusOf(fault))
        {
            case StatusCodes.Status413PayloadTooLarge:
                return Problems.TooLarge(HostLimit);

            case StatusCodes.Status400BadRequest:
                return Problems.BadRequest(fault is BadHttpRequestException ? "The request breaks off or is not HTTP." : "A text of the request takes too long to read.");

            case StatusCodes.Status503ServiceUnavailable:
                Log.Unavailable(logger, fault, context.FunctionDefinition.Name, context.InvocationId);
                return Problems.Unavailable("Storage does not answer; try again soon.");

            default:
                Log.Failed(logger, fault, context.FunctionDefinition.Name, context.InvocationId);
                return Problems.Failed(context.InvocationId);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Function} failed in invocation {InvocationId}")]
        public static partial void Failed(ILogger logger, Exception fault, string function, string invocationId);

        [LoggerMessage(2, LogLevel.Warning, "{Function} got no answer of storage, or was not let in, in invocation {InvocationId}, and the caller 503")]
        public static partial void Unavailable(ILogger logger, Exception fault, string function, string invocationId);
    }
}
