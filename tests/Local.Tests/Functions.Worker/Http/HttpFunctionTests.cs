using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Local.Tests.Functions.Worker.Http;

public sealed class HttpFunctionTests
{
    [Fact]
    public async Task Route_values_reach_the_function_by_name()
    {
        await using var host = await new HostSetup(typeof(Greet)).StartAsync();

        Assert.Equal("Hello Ada, 7", await host.Http.GetStringAsync("/api/greetings/Ada/7"));
    }

    [Fact]
    public async Task An_unknown_route_is_an_empty_404()
    {
        await using var host = await new HostSetup(typeof(Greet)).StartAsync();

        await AnswersAsync(host, HttpMethod.Get, "/api/other", HttpStatusCode.NotFound);
        await AnswersAsync(host, HttpMethod.Get, "/", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("AzureWebJobs.Greet.Disabled", "true", HttpStatusCode.NotFound)]
    [InlineData("AzureWebJobs__Greet__Disabled", "1", HttpStatusCode.NotFound)]
    [InlineData("AzureWebJobs__Greet__Disabled", "false", HttpStatusCode.OK)]
    [InlineData("AzureWebJobs__Other__Disabled", "true", HttpStatusCode.OK)]
    public async Task A_function_that_is_switched_off_answers_nobody(string setting, string value, HttpStatusCode status)
    {
        await using var host = await new HostSetup(typeof(Greet)) { Settings = { [setting] = value } }.StartAsync();

        using var answer = await host.Http.GetAsync("/api/greetings/Ada/7");
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task An_undeclared_method_is_an_empty_404()
    {
        await using var host = await new HostSetup(typeof(Greet)).StartAsync();

        await AnswersAsync(host, HttpMethod.Post, "/api/greetings/Ada/7", HttpStatusCode.NotFound);
        await AnswersAsync(host, HttpMethod.Head, "/api/greetings/Ada/7", HttpStatusCode.NotFound);
        await AnswersAsync(host, HttpMethod.Options, "/api/greetings/Ada/7", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_declared_head_answers_as_get_does_without_a_body()
    {
        await using var host = await new HostSetup(typeof(Page)).StartAsync();

        await AnswersAsync(host, HttpMethod.Head, "/", HttpStatusCode.OK);
        Assert.Equal("page", await host.Http.GetStringAsync("/"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/x")).StatusCode);
    }

    [Fact]
    public async Task An_unhandled_exception_is_a_500_that_tells_nothing()
    {
        await using var host = await new HostSetup(typeof(Fails)).StartAsync();

        await AnswersAsync(host, HttpMethod.Get, "/api/fails", HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task Action_results_and_plain_objects_are_written()
    {
        await using var host = await new HostSetup(typeof(Acts), typeof(Objects), typeof(Nothing)).StartAsync();

        var action = await host.Http.GetAsync("/api/acts");
        Assert.Equal((HttpStatusCode.Created, "made"), (action.StatusCode, await action.Content.ReadAsStringAsync()));
        Assert.Equal("""{"theAnswer":42}""", await host.Http.GetStringAsync("/api/objects"));
        await AnswersAsync(host, HttpMethod.Get, "/api/nothing", HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_caller_that_goes_away_cancels_the_function()
    {
        var caller = new Caller();
        await using var host = await new HostSetup(typeof(Lingers)).StartAsync(caller);
        using var leave = new CancellationTokenSource();
        var answer = host.Http.GetAsync("/api/lingers", leave.Token);
        await caller.Came.Task;

        await leave.CancelAsync();

        await caller.Went.Task.WaitAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    [Fact]
    public async Task The_route_prefix_of_host_json_stands_before_every_route()
    {
        await using var host = await new HostSetup(typeof(Nothing))
        {
            HostJson = """{ "version": "2.0", "extensions": { "http": { "routePrefix": "v1" } } }""",
        }.StartAsync();

        await AnswersAsync(host, HttpMethod.Get, "/v1/api/nothing", HttpStatusCode.OK);
        await AnswersAsync(host, HttpMethod.Get, "/api/nothing", HttpStatusCode.NotFound);
    }

    private static async Task AnswersAsync(RunningHost host, HttpMethod method, string path, HttpStatusCode status)
    {
        var response = await host.Http.SendAsync(new HttpRequestMessage(method, path));
        Assert.Equal((status, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    public sealed class Greet
    {
        [Function(nameof(Greet))]
        public IResult Run(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/greetings/{name}/{times:int}")] HttpRequest request, string name, int times) =>
            Results.Text($"Hello {name}, {times}");
    }

    public sealed class Page
    {
        [Function(nameof(Page))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{root:maxlength(0)?}")] HttpRequest request) => Results.Text("page");
    }

    public sealed class Fails
    {
        [Function(nameof(Fails))]
        public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/fails")] HttpRequest request) =>
            throw new InvalidOperationException("secret");
    }

    public sealed class Acts
    {
        [Function(nameof(Acts))]
        public Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/acts")] HttpRequest request) =>
            Task.FromResult<IActionResult>(new ContentResult { StatusCode = 201, Content = "made" });
    }

    public sealed class Objects
    {
        [Function(nameof(Objects))]
        public ValueTask<object> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/objects")] HttpRequest request) =>
            ValueTask.FromResult<object>(new { TheAnswer = 42 });
    }

    public sealed class Caller
    {
        public TaskCompletionSource Came { get; } = new();

        public TaskCompletionSource Went { get; } = new();
    }

    public sealed class Lingers(Caller caller)
    {
        [Function(nameof(Lingers))]
        public async Task Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/lingers")] HttpRequest request, CancellationToken cancellationToken)
        {
            using var told = cancellationToken.Register(caller.Went.SetResult);
            caller.Came.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }

    public sealed class Nothing
    {
        [Function(nameof(Nothing))]
        public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/nothing")] HttpRequest request) => Task.CompletedTask;
    }
}
