using System.Net;
using Campaigns.Channels;
using Campaigns.Channels.Media;
using Campaigns.Http.Outside;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Tests.Channels.Media;

public sealed class MediaSourceTests : IAsyncLifetime
{
    private static readonly byte[] Picture = Convert.FromHexString("89504E470D0A1A0A0000000D494844520000000400000003");

    private readonly WebApplication site = Site();

    public async ValueTask InitializeAsync() => await site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Fetches_a_picture_and_trusts_its_bytes_rather_than_its_server()
    {
        var picture = Assert.IsType<FetchedMedia.Picture>(await FetchAsync("/picture"));
        Assert.Equal(Picture, picture.Bytes);
        Assert.Equal("image/png", picture.Header.ContentType);
        Assert.IsType<FetchedMedia.Picture>(await FetchAsync("/moved"));
    }

    [Theory]
    [InlineData("/page", "is no JPEG, PNG, GIF or WebP picture")]
    [InlineData("/missing", "answers 404")]
    [InlineData("/large", "is larger than 1,000 bytes")]
    [InlineData("/round", "redirected more than 3 times")]
    [InlineData("/away", "must be an https address")]
    public async Task What_cannot_be_published_is_refused_with_the_reason(string path, string reason) =>
        Assert.Contains(reason, Assert.IsType<FetchedMedia.Refused>(await FetchAsync(path)).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task A_server_in_trouble_is_worth_another_try()
    {
        await Assert.ThrowsAsync<ChannelUnreachableException>(() => FetchAsync("/broken"));
        var gone = site.Urls.First();
        await site.StopAsync();
        await Assert.ThrowsAsync<ChannelUnreachableException>(() => FetchAsync("/picture", gone));
    }

    [Fact]
    public async Task A_picture_that_drips_is_worth_another_try() => await Assert.ThrowsAsync<ChannelUnreachableException>(() => FetchAsync("/drip"));

    [Fact]
    public async Task A_name_that_leads_into_a_private_network_is_refused_when_it_is_resolved()
    {
        await using var services = Services(allowPrivate: false);
        using var http = new HttpClient(services.GetRequiredService<OutsideConnections>().Handler());
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri($"http://localhost:{new Uri(site.Urls.First()).Port}/picture")));
        Assert.IsType<AddressRefusedException>(refused.InnerException);

        var address = new Uri($"https://{Dns.GetHostName()}/picture");
        if ((await Dns.GetHostAddressesAsync(address.Host)).All(ip => !PublicAddress.Is(ip)))
        {
            Assert.Contains("is not a public address", Assert.IsType<FetchedMedia.Refused>(
                await services.GetRequiredService<MediaSource>().FetchAsync(address, 1000, default)).Reason, StringComparison.Ordinal);
        }
    }

    private async Task<FetchedMedia> FetchAsync(string path, string? from = null)
    {
        await using var services = Services(allowPrivate: true);
        return await services.GetRequiredService<MediaSource>().FetchAsync(new Uri((from ?? site.Urls.First()) + path), 1000, default);
    }

    private static ServiceProvider Services(bool allowPrivate) => new ServiceCollection().AddSingleton(TimeProvider.System).AddChannels(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Outside:AllowPrivateAddresses"] = allowPrivate.ToString(), ["Media:TimeoutSeconds"] = "2" }).Build()).BuildServiceProvider();

    private static WebApplication Site()
    {
        var site = LoopbackSite.Build();
        site.MapGet("/picture", static () => TypedResults.Bytes(Picture, "text/html"));
        site.MapGet("/drip", static async (HttpContext context) =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[1]);
                await context.Response.Body.FlushAsync();
                await Task.Delay(200);
            }
        });
        site.MapGet("/moved", static () => TypedResults.Redirect("/picture"));
        site.MapGet("/page", static () => TypedResults.Bytes("<html>"u8.ToArray(), "image/png"));
        site.MapGet("/large", static () => TypedResults.Bytes(new byte[1001], "image/png"));
        site.MapGet("/round", static () => TypedResults.Redirect("/round"));
        site.MapGet("/away", static () => TypedResults.Redirect("http://169.254.169.254/latest/meta-data/"));
        site.MapGet("/within", static () => TypedResults.Redirect("https://10.0.0.1/"));
        site.MapGet("/broken", static () => TypedResults.StatusCode(503));
        return site;
    }
}
