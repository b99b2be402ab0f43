using Campaigns.Local.Functions.Worker.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Local.Tests.Functions.Worker.Hosting;

public sealed class StartRefusalTests
{
    [Fact]
    public void Overlapping_routes_stop_the_start_with_both_functions_named() =>
        Refused(new HostSetup(typeof(GetOne), typeof(GetList)), "GetList", "api/things/list", "GetOne", "api/things/{id}");

    [Fact]
    public async Task Overlapping_routes_with_other_methods_do_not_stop_the_start()
    {
        await using var host = await new HostSetup(typeof(GetOne), typeof(PutList)).StartAsync();

        Assert.Equal("one", await host.Http.GetStringAsync("/api/things/list"));
    }

    [Theory]
    [InlineData(typeof(UnderAdmin))]
    [InlineData(typeof(Everything))]
    public void A_route_under_admin_stops_the_start(Type function) => Refused(new HostSetup(function), function.Name, "admin/");

    [Theory]
    [InlineData(typeof(UnsetQueue), "%Missing:Queue%", "Missing__Queue")]
    [InlineData(typeof(UnsetSchedule), "%Missing:Schedule%", "Missing__Schedule")]
    public void An_unresolved_setting_stops_the_start_with_setting_and_function_named(Type function, string setting, string variable) =>
        Refused(Storing(function), function.Name, setting, variable);

    [Fact]
    public void A_configuration_value_that_is_no_app_setting_does_not_resolve_a_binding() =>
        Refused(Storing(typeof(UnsetQueue), "--Missing:Queue=here"), "%Missing:Queue%");

    [Theory]
    [InlineData(typeof(TooOften), "*/10 * * * * *")]
    [InlineData(typeof(WantsLogger), "logger", "ILogger", "WantsLogger")]
    [InlineData(typeof(WantsUnknownRouteValue), "other", "WantsUnknownRouteValue")]
    [InlineData(typeof(TwoTriggers), "TwoTriggers", "more than one trigger")]
    [InlineData(typeof(Hidden), "Hidden", "public")]
    public void A_function_that_the_worker_would_not_run_stops_the_start(Type function, params string[] named) => Refused(Storing(function), named);

    [Fact]
    public void A_function_name_that_is_given_twice_stops_the_start() => Refused(new HostSetup(typeof(GetOne), typeof(GetOneAgain)), "GetOne", nameof(GetOneAgain));

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() =>
        Refused(Storing(typeof(UnsetQueue), typeof(UnsetSchedule), typeof(UnderAdmin)), "%Missing:Queue%", "%Missing:Schedule%", "admin/");

    [Fact]
    public void A_storage_connection_that_is_not_set_stops_the_start() =>
        Refused(new HostSetup(typeof(UnsetQueue)) { Settings = { ["Missing__Queue"] = "here" } }, "AzureWebJobsStorage");

    [Theory]
    [InlineData("WEBSITE_SITE_NAME")]
    [InlineData("WEBSITE_INSTANCE_ID")]
    [InlineData("WEBSITE_POD_NAME")]
    public void In_Azure_the_start_is_refused(string mark) => Refused(new HostSetup(typeof(GetOne)) { Settings = { [mark] = "x" } }, mark, "FunctionsHost=azure");

    [Theory]
    [InlineData("--functions-uri")]
    [InlineData("--functions-worker-id")]
    [InlineData("--workerId")]
    public void Beneath_the_Functions_host_the_start_is_refused(string argument) =>
        Refused(new HostSetup(typeof(GetOne)) { Arguments = [argument, "x"] }, argument, "FunctionsHost=azure");

    [Fact]
    public void HTTP_functions_without_ConfigureFunctionsWebApplication_stop_the_start() =>
        Refused(new HostSetup(typeof(GetOne)) { Configure = static _ => { } }, "GetOne", "ConfigureFunctionsWebApplication");

    [Fact]
    public async Task A_taken_port_stops_the_start_with_the_port_named()
    {
        await using var first = await new HostSetup(typeof(GetOne)).StartAsync();
        using var second = new HostSetup(typeof(GetOne)) { Arguments = ["--port", $"{first.Address.Port}"] }.Build();

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => second.StartAsync());
        Assert.Contains($"The port {first.Address.Port} is taken", refusal.Message, StringComparison.Ordinal);
    }

    private static HostSetup Storing(params Type[] functions) => new(functions) { Settings = { ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true" } };

    private static HostSetup Storing(Type function, string argument) =>
        new(function) { Settings = { ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true" }, Arguments = [argument] };

    private static void Refused(HostSetup setup, params string[] named)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => setup.Build());
        Assert.All(named, name => Assert.Contains(name, refusal.Message, StringComparison.Ordinal));
    }

    public sealed class GetOne
    {
        [Function("GetOne")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/things/{id}")] HttpRequest request, string id) => Results.Text("one");
    }

    public sealed class GetOneAgain
    {
        [Function("getone")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/again")] HttpRequest request) => Results.Ok();
    }

    public sealed class GetList
    {
        [Function(nameof(GetList))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", "get", Route = "api/things/list")] HttpRequest request) => Results.Ok();
    }

    public sealed class PutList
    {
        [Function(nameof(PutList))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/things/list")] HttpRequest request) => Results.Ok();
    }

    public sealed class UnderAdmin
    {
        [Function(nameof(UnderAdmin))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "admin/keys")] HttpRequest request) => Results.Ok();
    }

    public sealed class Everything
    {
        [Function(nameof(Everything))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request) => Results.Ok();
    }

    public sealed class UnsetQueue
    {
        [Function(nameof(UnsetQueue))]
        public void Run([QueueTrigger("%Missing:Queue%")] string text) => Assert.NotNull(text);
    }

    public sealed class UnsetSchedule
    {
        [Function(nameof(UnsetSchedule))]
        public void Run([TimerTrigger("%Missing:Schedule%")] TimerInfo timer) => Assert.NotNull(timer);
    }

    public sealed class TooOften
    {
        [Function(nameof(TooOften))]
        public void Run([TimerTrigger("*/10 * * * * *")] TimerInfo timer) => Assert.NotNull(timer);
    }

    public sealed class WantsLogger
    {
        [Function(nameof(WantsLogger))]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer, ILogger logger) => Assert.NotNull(logger);
    }

    public sealed class WantsUnknownRouteValue
    {
        [Function(nameof(WantsUnknownRouteValue))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/{known}")] HttpRequest request, string known, string other) => Results.Text(known + other);
    }

    public sealed class TwoTriggers
    {
        [Function(nameof(TwoTriggers))]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer, [QueueTrigger("queue")] string text) => Assert.NotNull(text);
    }

    private sealed class Hidden
    {
        [Function(nameof(Hidden))]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) => Assert.NotNull(timer);
    }
}
