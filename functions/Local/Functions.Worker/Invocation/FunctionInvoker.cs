using Campaigns.Local.Functions.Worker.Hosting;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Campaigns.Local.Functions.Worker.Invocation;

/// <summary>Runs one function through the middleware, in a scope of its own, within the time it may take.</summary>
internal sealed partial class FunctionInvoker(
    LocalFunction function, FunctionExecutionDelegate pipeline, TimeSpan? timeout, IServiceProvider services, HostLife life, TimeProvider clock)
{
    private readonly ILogger logger = services.GetRequiredService<ILoggerFactory>().CreateLogger($"Function.{function.Name}");

    public LocalFunction Function => function;

    /// <summary>Runs the function; what it throws is logged here and thrown on.</summary>
    public async Task InvokeAsync(TriggerEvent happened, CancellationToken cancellationToken)
    {
        using var running = life.Running();
        using var late = new CancellationTokenSource(timeout ?? Timeout.InfiniteTimeSpan, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, life.Ending, cancellationToken);
        await using var scope = services.CreateAsyncScope();
        var context = new LocalFunctionContext(function, happened, scope.ServiceProvider, stop.Token);
        var started = clock.GetTimestamp();
        try
        {
            await pipeline(context);
            if (late.IsCancellationRequested)
            {
                throw new TimeoutException($"The function {function.Name} ran longer than host.json's functionTimeout, {timeout:c}.");
            }

            Log.Executed(logger, function.Name, context.InvocationId, (long)clock.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.Cancelled(logger, function.Name, context.InvocationId);
            throw;
        }
        catch (Exception exception)
        {
            Log.Failed(logger, exception, function.Name, context.InvocationId, (long)clock.GetElapsedTime(started).TotalMilliseconds);
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Executed {Function} ({InvocationId}, {Milliseconds} ms)")]
        public static partial void Executed(ILogger logger, string function, string invocationId, long milliseconds);

        [LoggerMessage(2, LogLevel.Error, "{Function} failed ({InvocationId}, {Milliseconds} ms)")]
        public static partial void Failed(ILogger logger, Exception exception, string function, string invocationId, long milliseconds);

        [LoggerMessage(3, LogLevel.Information, "{Function} was cancelled by its caller ({InvocationId})")]
        public static partial void Cancelled(ILogger logger, string function, string invocationId);
    }
}
