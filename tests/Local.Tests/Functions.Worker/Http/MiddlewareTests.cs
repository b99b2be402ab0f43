using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Local.Tests.Functions.Worker.Http;

public sealed class MiddlewareTests
{
    [Fact]
    public async Task Middleware_runs_in_its_order_around_the_function_in_one_scope()
    {
        await using var host = await Setup(static builder => builder.UseMiddleware<Outer>().UseWhen<Inner>(static _ => true).UseWhen<Never>(static _ => false)).StartAsync();

        Assert.Equal("outer inner function", await host.Http.GetStringAsync("/api/shows"));
    }

    [Fact]
    public async Task Middleware_that_answers_itself_keeps_the_function_from_running()
    {
        await using var host = await Setup(static builder => builder.UseMiddleware(static async (context, _) =>
        {
            var response = context.GetHttpContext()!.Response;
            response.StatusCode = StatusCodes.Status401Unauthorized;
            await response.WriteAsync("who are you?");
        })).StartAsync();

        var answer = await host.Http.GetAsync("/api/shows");
        Assert.Equal((HttpStatusCode.Unauthorized, "who are you?"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Middleware_may_put_another_result_in_place_of_the_functions()
    {
        await using var host = await Setup(static builder => builder.UseMiddleware(static async (context, next) =>
        {
            await next();
            context.GetInvocationResult().Value = context.GetInvocationResult<IResult>().Value is null ? null : Results.Text("another");
        })).StartAsync();

        Assert.Equal("another", await host.Http.GetStringAsync("/api/shows"));
    }

    [Fact]
    public async Task Middleware_sees_what_runs_and_why()
    {
        FunctionDefinition? seen = null;
        await using var host = await Setup(builder => builder.UseMiddleware((context, next) =>
        {
            seen = context.FunctionDefinition;
            return next();
        })).StartAsync();
        await host.Http.GetAsync("/api/shows");

        Assert.Equal(nameof(Shows), seen!.Name);
        Assert.Equal($"{typeof(Shows).FullName}.Run", seen.EntryPoint);
        Assert.Equal(typeof(Shows).Assembly.Location, seen.PathToAssembly);
        Assert.Equal(("request", "httpTrigger"), (seen.InputBindings.Single().Key, seen.InputBindings.Single().Value.Type));
        Assert.Equal(["request", "context"], seen.Parameters.Select(static parameter => parameter.Name));
    }

    private static HostSetup Setup(Action<FunctionsApplicationBuilder> middleware) => new(typeof(Shows))
    {
        Configure = builder =>
        {
            builder.ConfigureFunctionsWebApplication();
            builder.Services.AddScoped<Trail>();
            middleware(builder);
        },
    };

    public sealed class Trail
    {
        public List<string> Steps { get; } = [];
    }

    public sealed class Shows(Trail trail)
    {
        [Function(nameof(Shows))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/shows")] HttpRequest request, FunctionContext context) =>
            Results.Text($"{string.Join(' ', trail.Steps)} {(context.GetHttpContext() == request.HttpContext ? "function" : "stranger")}");
    }

    private sealed class Outer : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) => Step("outer", context, next);
    }

    private sealed class Inner : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) => Step("inner", context, next);
    }

    private sealed class Never : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) => Step("never", context, next);
    }

    private static Task Step(string name, FunctionContext context, FunctionExecutionDelegate next)
    {
        context.InstanceServices.GetRequiredService<Trail>().Steps.Add(name);
        return next(context);
    }
}
