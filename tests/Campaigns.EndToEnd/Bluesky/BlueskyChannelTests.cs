using System.Text;
using System.Text.Json;
using Campaigns.Channels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.EndToEnd.Bluesky;

/// <summary>The Bluesky channel against a real Bluesky server.</summary>
[Collection(nameof(BlueskyServer))]
public sealed class BlueskyChannelTests(BlueskyServerFixture fixture)
{
    private static readonly DateTimeOffset Due = new(2026, 6, 5, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Publishes_a_post_with_hashtags_a_link_a_mention_and_a_picture()
    {
        var server = fixture.Server;
        var friend = $"friend-{Guid.NewGuid().ToString("N")[..8]}.test";
        var friendDid = await server.CreateAccountAsync(friend);
        await using var pictures = await PictureServer.StartAsync();
        var text = $"Où est le sang ? 🩸 #MissingType with @{friend} and @nobody-here.test: https://www.blood.co.uk/why?x=1. #café";
        await using var services = Services(server);

        var outcome = await Channel(services).PublishAsync(
            Post(server, "everything", text, new Uri("https://www.blood.co.uk/give"), new MediaItem(pictures.Address, "A sign with a letter missing")), default);

        var published = Assert.IsType<PublishOutcome.Published>(outcome);
        Assert.Matches($"^https://bsky.app/profile/{server.Handle}/post/[2-7a-z]{{13}}$", published.Url.AbsoluteUri);
        var record = await RecordAsync(server, published);
        var shown = record.GetProperty("text").GetString()!;
        Assert.Equal(text + "\n\nhttps://www.blood.co.uk/give", shown);
        Assert.Equal("2026-06-05T08:00:00.000Z", record.GetProperty("createdAt").GetString());
        Assert.Equal("en", record.GetProperty("langs")[0].GetString());
        Assert.Equal(
            [
                ("#MissingType", "MissingType"), ($"@{friend}", friendDid), ("https://www.blood.co.uk/why?x=1", "https://www.blood.co.uk/why?x=1"),
                ("#café", "café"), ("https://www.blood.co.uk/give", "https://www.blood.co.uk/give"),
            ],
            Facets(record, shown));
        var image = Assert.Single(record.GetProperty("embed").GetProperty("images").EnumerateArray());
        Assert.Equal("A sign with a letter missing", image.GetProperty("alt").GetString());
        Assert.Equal((4, 3), (image.GetProperty("aspectRatio").GetProperty("width").GetInt32(), image.GetProperty("aspectRatio").GetProperty("height").GetInt32()));
        Assert.Equal(PictureServer.Picture, await server.BlobAsync(image.GetProperty("image").GetProperty("ref").GetProperty("$link").GetString()!));
    }

    [Fact]
    public async Task Publishing_the_same_delivery_again_leaves_one_post_as_it_was()
    {
        var server = fixture.Server;
        await using var services = Services(server);
        await using var another = Services(server);
        var post = Post(server, "twice", "Said once #MissingType");

        var first = Assert.IsType<PublishOutcome.Published>(await Channel(services).PublishAsync(post, default));
        var before = (await server.PostsAsync()).Count;
        var again = await Channel(another).PublishAsync(post, default);
        var changed = await Channel(another).PublishAsync(post with { DueAt = Due.AddHours(2) }, default);

        Assert.Equal(first, again);
        Assert.Equal(first, changed);
        Assert.Equal(before, (await server.PostsAsync()).Count);
        Assert.Equal("2026-06-05T08:00:00.000Z", (await RecordAsync(server, first)).GetProperty("createdAt").GetString());
    }

    [Fact]
    public async Task Looks_up_whether_a_post_is_there()
    {
        var server = fixture.Server;
        await using var services = Services(server);
        var post = Post(server, "looked-for", "Here I am");

        Assert.IsType<Finding.ProvenAbsent>(await Channel(services).FindAsync(post, default));
        var published = Assert.IsType<PublishOutcome.Published>(await Channel(services).PublishAsync(post, default));
        var found = Assert.IsType<Finding.Published>(await Channel(services).FindAsync(post, default));

        Assert.Equal((published.Url, published.PlatformId), (found.Url, found.PlatformId));
    }

    [Fact]
    public async Task A_link_without_pictures_becomes_a_card()
    {
        var server = fixture.Server;
        await using var services = Services(server);

        var published = Assert.IsType<PublishOutcome.Published>(
            await Channel(services).PublishAsync(Post(server, "card", "Give blood", new Uri("https://www.blood.co.uk/give")), default));

        var record = await RecordAsync(server, published);
        Assert.Equal("Give blood", record.GetProperty("text").GetString());
        Assert.Equal("https://www.blood.co.uk/give", record.GetProperty("embed").GetProperty("external").GetProperty("uri").GetString());
    }

    [Theory]
    [InlineData("e\u0301", 300)]
    [InlineData("👨‍👩‍👧‍👦", 120)]
    [InlineData("ก็", 300)]
    public async Task The_longest_text_that_the_check_passes_is_one_that_the_server_takes(string grapheme, int most)
    {
        var server = fixture.Server;
        await using var services = Services(server);
        var longest = Post(server, $"longest {grapheme}", string.Concat(Enumerable.Repeat(grapheme, most)));
        var longer = Post(server, $"longer {grapheme}", string.Concat(Enumerable.Repeat(grapheme, most + 1)));

        Assert.Empty(Channel(services).Check(longest.Content));
        Assert.IsType<PublishOutcome.Published>(await Channel(services).PublishAsync(longest, default));
        Assert.Single(Channel(services).Check(longer.Content));
        var refused = Assert.IsType<PublishOutcome.Refused>(await Channel(services).PublishAsync(longer, default));
        Assert.Contains("too big", refused.Reason, StringComparison.Ordinal);
    }

    internal static IChannel Channel(ServiceProvider services) => services.GetRequiredService<ChannelDirectory>()["bluesky"];

    internal static OutgoingPost Post(BlueskyServer server, string key, string text, Uri? link = null, params MediaItem[] media) =>
        new(key, server.Handle, new ChannelContent(text, media, link), Due, Due);

    internal static ServiceProvider Services(BlueskyServer server, string? appPassword = null, string? handle = null, Func<HttpMessageHandler, HttpMessageHandler>? between = null)
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddChannels(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Bluesky:Accounts:0:Handle"] = handle ?? server.Handle,
            ["Bluesky:Accounts:0:AppPassword"] = appPassword ?? server.AppPassword,
            ["Bluesky:Accounts:0:Service"] = server.Service.AbsoluteUri,
            ["Outside:AllowPrivateAddresses"] = "true",
        }).Build());
        if (between is not null)
        {
            services.AddHttpClient("XrpcClient").ConfigurePrimaryHttpMessageHandler(() => between(new SocketsHttpHandler()));
        }

        return services.BuildServiceProvider();
    }

    private static async Task<JsonElement> RecordAsync(BlueskyServer server, PublishOutcome.Published published) =>
        Assert.Single(await server.PostsAsync(), post => post.GetProperty("uri").GetString() == published.PlatformId).GetProperty("value");

    private static (string Shown, string Means)[] Facets(JsonElement record, string text) => [.. record.GetProperty("facets").EnumerateArray().Select(facet =>
    {
        var index = facet.GetProperty("index");
        var (start, end) = (index.GetProperty("byteStart").GetInt32(), index.GetProperty("byteEnd").GetInt32());
        var feature = facet.GetProperty("features")[0];
        return (Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)[start..end]), feature.EnumerateObject().First(part => part.Name != "$type").Value.GetString()!);
    })];
}
