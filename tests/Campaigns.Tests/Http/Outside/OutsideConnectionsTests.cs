using System.Net;
using Campaigns.Http.Outside;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Campaigns.Tests.Http.Outside;

public sealed class OutsideConnectionsTests : IAsyncLifetime
{
    private readonly WebApplication site = LoopbackSite.Build();
    private int asked;

    private int Port => new Uri(site.Urls.First()).Port;

    public async ValueTask InitializeAsync()
    {
        site.Run(context =>
        {
            Interlocked.Increment(ref asked);
            context.Response.Headers.Location = context.Request.Path.Value switch
            {
                "/within" => "https://10.0.0.1/",
                "/mapped" => "https://[::ffff:169.254.169.254]/",
                "/spelt" => "//2130706433/",
                "/plain" => "http://pictures.example/",
                "/broken" => "//[",
                "/over" => "/over",
                "/away" => "/",
                _ => default,
            };
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
    [InlineData("/within", "10.0.0.1 on the way must be a public address", 1)]
    [InlineData("/mapped", "[::ffff:169.254.169.254] on the way must be a public address", 1)]
    [InlineData("/spelt", "127.0.0.1 on the way must be a public address", 1)]
    [InlineData("/plain", "pictures.example on the way must be an https address", 1)]
    [InlineData("/over", "it is redirected more than 3 times", 4)]
    public async Task A_redirect_into_a_private_network_is_not_followed(string path, string fault, int requests)
    {
        using var answer = await FollowAsync(path);
        Assert.Equal((null, fault, requests, requests), (answer.Response, answer.Fault, answer.Requests, asked));
    }

    [Fact]
    public async Task A_redirect_to_what_is_no_address_is_a_refusal()
    {
        using var answer = await FollowAsync("/broken");
        Assert.Equal((null, "pictures.example redirects to what is no address", 1), (answer.Response, answer.Fault, answer.Requests));
    }

    [Fact]
    public async Task A_redirect_to_another_public_address_is_followed()
    {
        using var answer = await FollowAsync("/away");
        Assert.Equal((HttpStatusCode.OK, null, 2), (answer.Response?.StatusCode, answer.Fault, answer.Requests));
    }

    [Theory]
    [InlineData(true, true, false)]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    public void In_Azure_private_addresses_cannot_be_allowed(bool allowed, bool inAzure, bool isGood)
    {
        var settings = new Dictionary<string, string?> { ["Outside:AllowPrivateAddresses"] = $"{allowed}", ["WEBSITE_SITE_NAME"] = inAzure ? "app" : null };
        using var services = new ServiceCollection().AddOutside(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        var fault = Record.Exception(() => services.GetRequiredService<IOptions<OutsideOptions>>().Value);
        Assert.Equal(isGood ? null : "Outside:AllowPrivateAddresses is for development: in Azure it must be false.", fault?.Message);
    }

    /// <summary>Asks the site by a public name and over HTTPS, as far as the rules can see.</summary>
    private async Task<OutsideAnswer> FollowAsync(string path)
    {
        using var http = new HttpClient(new Plain(Connections(allowPrivate: true, "127.0.0.1").Handler(), Port));
        return await OutsideAnswer.FollowAsync(http, new Uri("https://pictures.example" + path), new OutsideOptions(), null, TestContext.Current.CancellationToken);
    }

    private static OutsideConnections Connections(bool allowPrivate, string leadsTo) => new(Options.Create(new OutsideOptions { AllowPrivateAddresses = allowPrivate }))
    {
        Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(leadsTo)]),
    };

    /// <summary>The far side has no certificate.</summary>
    private sealed class Plain(HttpMessageHandler inner, int port) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = "http", Port = port }.Uri;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
