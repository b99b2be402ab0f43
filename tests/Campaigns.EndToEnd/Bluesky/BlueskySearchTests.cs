using System.Globalization;
using System.Text.Json.Nodes;
using Campaigns.Channels;
using Campaigns.EndToEnd.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.EndToEnd.Bluesky;

/// <summary>Searching a real Bluesky network. Its search finds a piece of text, in its case, and goes by no window: what to leave out is for the engine to know.</summary>
[Collection(nameof(BlueskyNetwork))]
public sealed class BlueskySearchTests(BlueskyNetworkFixture fixture)
{
    private const string PostCollection = "app.bsky.feed.post";

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Finds_exactly_the_posts_with_the_hashtag_with_their_kinds_authors_and_figures()
    {
        var network = fixture.Network;
        var (tag, now) = (NewTag(), Now);
        var (ann, ben, cat) = (await network.SignUpAsync("ann"), await network.SignUpAsync("ben"), await network.SignUpAsync("cat"));
        var said = (await network.WriteAsync(ann, PostCollection, Post($"Where are the letters? #{tag} 🩸", now.AddMinutes(-50))))[0];
        var other = (await network.WriteAsync(ann, PostCollection, Post("No letters are missing here", now.AddMinutes(-49))))[0];
        await network.WriteAsync(ann, PostCollection, Post($"Not yet #{tag}", now.AddHours(2)), Post($"Long ago #{tag}", now.AddDays(-9)), Post($"Once #{tag}", DateTimeOffset.UnixEpoch));
        var answer = Post($"I gave. #{tag}", now.AddMinutes(-40));
        answer["reply"] = new JsonObject { ["root"] = other.DeepClone(), ["parent"] = other.DeepClone() };
        var quote = Post($"Look: #{tag}", now.AddMinutes(-30));
        quote["embed"] = new JsonObject { ["$type"] = "app.bsky.embed.record", ["record"] = said.DeepClone() };
        var written = await network.WriteAsync(ben, PostCollection, answer, quote, Post($"Something else #{tag}s", now.AddMinutes(-20)));
        foreach (var person in new[] { ben, cat })
        {
            await network.WriteAsync(person, "app.bsky.graph.follow", new JsonObject { ["subject"] = ann.Did, ["createdAt"] = Iso(now) });
            await network.WriteAsync(person, "app.bsky.feed.like", new JsonObject { ["subject"] = said.DeepClone(), ["createdAt"] = Iso(now) });
        }

        await network.WriteAsync(cat, "app.bsky.feed.repost", new JsonObject { ["subject"] = said.DeepClone(), ["createdAt"] = Iso(now) });
        await using var services = Services(network, cat);
        var search = services.GetServices<ISearch>().Single(search => search.Channel == "bluesky");
        Assert.True(search.IsConfigured);

        var found = await Eventually.ComesAsync(
            async () => Assert.IsType<SearchPage.Found>(await search.SearchAsync(Query(tag), default)),
            page => page.Items.Count == 4 && page.Items.Any(item => item is { Likes: 2, Shares: 2, Followers: 2 }),
            page => $"{page.Items.Count} posts were found.");

        var items = found.Items.ToDictionary(item => item.Id);
        var first = items[Uri(said)];
        Assert.Equal(("original", $"Where are the letters? #{tag} 🩸", ann.Did, ann.Handle, 2L), (first.Kind, first.Text, first.AuthorId, first.AuthorHandle, first.Followers));
        Assert.Equal(Iso(now.AddMinutes(-50)), Iso(first.CreatedAt));
        Assert.Equal([("reply", 0L), ("quote", 0L), ("original", 0L)], written.Select(post => (items[Uri(post)].Kind, items[Uri(post)].Followers!.Value)));
        Assert.Equal((null, false), (found.Next, found.IsCutShort));
        Assert.Equal(2, found.Requests);

        // What only contains the hashtag was found too; reading hashtags as everywhere else leaves it out.
        var recent = await search.RecentUseAsync(tag, default);
        Assert.Equal((3L, 2L), (recent?.Uses, recent?.Accounts));
    }

    [Fact]
    public async Task Goes_through_every_page_once_and_stops_at_the_windows_end()
    {
        var network = fixture.Network;
        var (tag, now, dan) = (NewTag(), Now, await network.SignUpAsync("dan"));
        var posts = Enumerable.Range(0, 150).Select(number => Post($"{number} #{tag}", now.AddSeconds(-number))).ToArray();
        var written = await network.WriteAsync(dan, PostCollection, posts);
        var old = await network.WriteAsync(dan, PostCollection, [.. Enumerable.Range(0, 120).Select(number => Post($"old {number} #{tag}", now.AddHours(-3).AddSeconds(-number)))]);

        foreach (var open in new[] { false, true })
        {
            await using var services = Services(network, open ? null : dan);
            var search = services.GetServices<ISearch>().Single(search => search.Channel == "bluesky");
            await Eventually.ComesAsync(
                () => PagesAsync(search, Query(tag) with { From = now.AddHours(-9) }),
                pages => pages.Sum(page => page.Items.Count) == written.Count + old.Count,
                pages => $"{pages.Sum(page => page.Items.Count)} posts were found.");

            var pages = await PagesAsync(search, Query(tag));

            Assert.Equal(written.Select(Uri).Order(), pages.SelectMany(page => page.Items).Select(item => item.Id).Order());
            Assert.Equal([100, 50], pages.Select(page => page.Items.Count));
            Assert.DoesNotContain(pages, page => page.IsCutShort);
            Assert.Equal(Iso(now.AddSeconds(-99)), Iso(pages[0].Items.Min(item => item.CreatedAt)));
        }
    }

    [Fact]
    public async Task A_wrong_app_password_is_refused_and_a_network_that_is_gone_a_failure()
    {
        var network = fixture.Network;
        var eve = await network.SignUpAsync("eve");
        await using var wrong = Services(network, eve with { Password = "wrong-pass-word-here" });
        Assert.IsType<SearchPage.Refused>(await wrong.GetServices<ISearch>().Single(search => search.Channel == "bluesky").SearchAsync(Query("x1y"), default));

        await using var gone = Services(network, null, new("http://localhost:1"));
        Assert.IsType<SearchPage.Failed>(await gone.GetServices<ISearch>().Single(search => search.Channel == "bluesky").SearchAsync(Query("x1y"), default));
    }

    private static async Task<IReadOnlyList<SearchPage.Found>> PagesAsync(ISearch search, SearchQuery query)
    {
        var pages = new List<SearchPage.Found>();
        do
        {
            pages.Add(Assert.IsType<SearchPage.Found>(await search.SearchAsync(query with { Cursor = pages.LastOrDefault()?.Next }, default)));
        }
        while (pages[^1].Next is not null && pages.Count < 10);

        return pages;
    }

    private static SearchQuery Query(string tag) => new(tag, null, Now.AddHours(-1), Now.AddMinutes(1), null);

    private static string NewTag() => $"letters{Guid.NewGuid().ToString("N")[..8]}";

    private static JsonObject Post(string text, DateTimeOffset at) => new() { ["text"] = text, ["createdAt"] = Iso(at) };

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Uri(JsonObject post) => post["uri"]!.GetValue<string>();

    /// <summary>The engine's channels, searching through somebody's account, or as a stranger.</summary>
    private static ServiceProvider Services(BlueskyNetwork network, BlueskyNetwork.Person? person, Uri? view = null)
    {
        var settings = new Dictionary<string, string?>();
        if (person is null)
        {
            settings["Bluesky:SearchService"] = (view ?? network.View).AbsoluteUri;
        }
        else
        {
            settings["Bluesky:Accounts:0:Handle"] = person.Handle;
            settings["Bluesky:Accounts:0:AppPassword"] = person.Password;
            settings["Bluesky:Accounts:0:Service"] = network.Service.AbsoluteUri;
        }

        return new ServiceCollection().AddSingleton(TimeProvider.System).AddChannels(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
    }
}
