using System.Net;
using Campaigns.Http.Outside;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Http.Outside;

public sealed class OutsideConnectionsTests : IAsyncLifetime
{
    private readonly WebApplication site = Site();
    private int asked;

    private int Port => new Uri(site.Urls.First()).Port;

    public async ValueTask InitializeAsync()
    {
        site.Run(context =>
        {
            Interlocked.Increment(ref asked);
            context.Response.Headers.Location = context.Request.Path == "/within" ? "https://10.0.0.1/" : context.Request.Path == "/mapped" ? "https://[::ffff:169.254.169.254]/" : default;
            context.Response.StatusCode = context.Request.Path.Value!.Length > 1 ? 302 : 200;
            return context.Response.WriteAsync("here");
        });
        await site.StartAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::1")]
    [InlineData("169.254.169.254")]
    [InlineData("10.0.0.1")]
    public async Task A_name_that_was_public_when_it_was_named_and_leads_inside_when_it_is_called_is_not_called(string leadsTo)
    {
        using var http = new HttpClient(Connections(allowPrivate: false, leadsTo).Handler());
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri($"http://hooks.example:{Port}/"), TestContext.Current.CancellationToken));
        Assert.IsType<AddressRefusedException>(refused.InnerException);
        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task What_was_checked_is_what_is_connected_to_and_the_name_is_asked_for_once()
    {
        var resolved = 0;
        var connections = new OutsideConnections(Options.Create(new OutsideOptions { AllowPrivateAddresses = true }))
        {
            // The second answer, of somebody who waits for the check to be over, leads nowhere.
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([++resolved == 1 ? IPAddress.Loopback : IPAddress.None]),
        };
        using var http = new HttpClient(connections.Handler());
        Assert.Equal("here", await http.GetStringAsync(new Uri($"http://hooks.example:{Port}/"), TestContext.Current.CancellationToken));
        Assert.Equal((1, 1), (resolved, asked));
    }

    [Theory]
    [InlineData("/within")]
    [InlineData("/mapped")]
    public async Task A_redirect_into_a_private_network_is_not_followed(string path)
    {
        using var http = new HttpClient(Connections(allowPrivate: true, "127.0.0.1").Handler());
        using var first = await http.GetAsync(new Uri(site.Urls.First() + path), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Found, first.StatusCode);
        Assert.Equal("must be a public address", OutsideAddress.Fault(first.Headers.Location!, new OutsideOptions()));
    }

    private static OutsideConnections Connections(bool allowPrivate, string leadsTo) => new(Options.Create(new OutsideOptions { AllowPrivateAddresses = allowPrivate }))
    {
        Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(leadsTo)]),
    };

    private static WebApplication Site()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var site = builder.Build();
        site.Urls.Add("http://127.0.0.1:0");
        return site;
    }
}
