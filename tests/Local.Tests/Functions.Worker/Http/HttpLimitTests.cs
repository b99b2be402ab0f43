using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Local.Tests.Functions.Worker.Http;

public sealed class HttpLimitTests
{
    [Fact]
    public async Task A_body_of_more_than_100_MB_is_a_413_before_the_function_runs()
    {
        await using var host = await Setup().StartAsync(new Gate());

        Assert.StartsWith("HTTP/1.1 413", await RawAsync(host, "POST /api/body HTTP/1.1\r\nHost: x\r\nContent-Length: 104857601\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", await RawAsync(host, "POST /api/body HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_does_not_tell_its_length_is_cut_at_the_limit()
    {
        await using var host = await Setup(settings: new() { ["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] = "1000" }).StartAsync(new Gate());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/body") { Content = new StringContent(new string('x', 5000)) };
        request.Headers.TransferEncodingChunked = true;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_URL_of_more_than_4_KB_is_a_414()
    {
        await using var host = await Setup().StartAsync(new Gate());

        Assert.Equal(HttpStatusCode.OK, (await host.Http.PostAsync($"/api/body?q={new string('x', 4080)}", null)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestUriTooLong, (await host.Http.PostAsync($"/api/body?q={new string('x', 4100)}", null)).StatusCode);
    }

    [Fact]
    public async Task An_answer_that_does_not_begin_within_230_seconds_is_cut_with_a_504()
    {
        var clock = new ManualClock(TimeProvider.System.GetUtcNow());
        var gate = new Gate();
        await using var host = await Setup(clock).StartAsync(gate);
        var answer = host.Http.GetAsync("/api/waits");
        await Wait.UntilAsync(() => clock.WaitingFor(clock.GetUtcNow().AddSeconds(230)) == 1, "the host watches the time");

        clock.Advance(TimeSpan.FromSeconds(231));
        var response = await answer;
        gate.Open.SetResult();

        Assert.Equal((HttpStatusCode.GatewayTimeout, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_function_that_runs_longer_than_functionTimeout_is_cancelled()
    {
        var clock = new ManualClock(TimeProvider.System.GetUtcNow());
        await using var host = await Setup(clock, hostJson: """{ "version": "2.0", "functionTimeout": "00:01:00", "extensions": { "http": { "routePrefix": "" } } }""").StartAsync(new Gate());
        var answer = host.Http.GetAsync("/api/waits");
        await Wait.UntilAsync(() => clock.WaitingFor(clock.GetUtcNow().AddSeconds(60)) == 1, "the host watches the time");

        clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(HttpStatusCode.InternalServerError, (await answer).StatusCode);
    }

    private static HostSetup Setup(TimeProvider? clock = null, Dictionary<string, string?>? settings = null, string hostJson = HostSetup.EmptyHostJson) =>
        new(typeof(Body), typeof(Waits))
        {
            Clock = clock ?? TimeProvider.System,
            Settings = settings ?? [],
            HostJson = hostJson,
            Configure = static builder => builder.ConfigureFunctionsWebApplication()
                .Services.Configure<KestrelServerOptions>(static kestrel => kestrel.Limits.MaxRequestBodySize = null),
        };

    private static async Task<string> RawAsync(RunningHost host, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(host.Address.Host, host.Address.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        var bytes = new byte[1000];
        return Encoding.ASCII.GetString(bytes, 0, await socket.GetStream().ReadAsync(bytes));
    }

    public sealed class Gate
    {
        public TaskCompletionSource Open { get; } = new();
    }

    public sealed class Body
    {
        [Function(nameof(Body))]
        public async Task<IResult> Run(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/body")] HttpRequest request, CancellationToken cancellationToken)
        {
            await request.Body.CopyToAsync(Stream.Null, cancellationToken);
            return Results.Ok();
        }
    }

    public sealed class Waits(Gate gate)
    {
        [Function(nameof(Waits))]
        public async Task Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/waits")] HttpRequest request, CancellationToken cancellationToken) =>
            await gate.Open.Task.WaitAsync(cancellationToken);
    }
}
