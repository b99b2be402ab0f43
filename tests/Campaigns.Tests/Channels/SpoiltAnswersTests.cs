using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Campaigns.Channels;
using Campaigns.Tests.Channels.Bluesky;
using Campaigns.Tests.Channels.Feeds;
using Campaigns.Tests.Channels.Mastodon;

namespace Campaigns.Tests.Channels;

/// <summary>Good answers that something happened to on their way, byte by byte.</summary>
public sealed class SpoiltAnswersTests
{
    private const int Times = 500;

    [Fact]
    public async Task A_spoilt_answer_of_Bluesky_is_an_answer_all_the_same()
    {
        using var bluesky = new BlueskySearchStub();
        var good = new JsonObject { ["posts"] = new JsonArray(BlueskySearchStub.Post(1, 5), BlueskySearchStub.Post(2, 6)), ["cursor"] = "2" }.ToJsonString();
        for (var seed = 0; seed < Times; seed++)
        {
            var spoilt = Spoil(good, seed);
            bluesky.Answers[BlueskySearchStub.SearchPosts] = _ => new(HttpStatusCode.OK) { Content = new ByteArrayContent(spoilt) };
            Check(await bluesky.AskAsync(), seed);
        }
    }

    [Fact]
    public async Task A_spoilt_answer_of_Mastodon_is_an_answer_all_the_same()
    {
        using var mastodon = new MastodonStub();
        var good = new JsonArray(MastodonStub.Status(1, 5), MastodonStub.Status(2, 6)).ToJsonString();
        for (var seed = 0; seed < Times; seed++)
        {
            var spoilt = Spoil(good, seed);
            mastodon.Far.Answer = _ => new(HttpStatusCode.OK) { Content = new ByteArrayContent(spoilt) };
            Check(await mastodon.AskAsync(), seed);
        }
    }

    [Fact]
    public async Task A_spoilt_feed_is_an_answer_all_the_same()
    {
        await using var blog = await FeedSite.StartAsync();
        var good = $"<rss version=\"2.0\"><channel>{FeedSite.Item(1, 1)}{FeedSite.Item(2, 30, "<description>&lt;p>#MissingType&lt;/p></description><category>x</category>")}</channel></rss>";
        for (var seed = 0; seed < Times; seed++)
        {
            var spoilt = Spoil(good, seed);
            blog.Answer = context => context.Response.Body.WriteAsync(spoilt, context.RequestAborted).AsTask();
            Check(await blog.AskAsync(), seed);
        }
    }

    private static void Check(SearchPage page, int seed) =>
        Assert.True(page is SearchPage.Failed or SearchPage.Refused or SearchPage.Found { Items.Count: <= 2 }, $"{page} at seed {seed}");

    /// <summary>Changes, doubles or drops a few bytes, or all from somewhere on.</summary>
    private static byte[] Spoil(string good, int seed)
    {
        var random = new Random(seed);
        var bytes = Encoding.UTF8.GetBytes(good).ToList();
        for (var changes = random.Next(1, 6); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = (byte)"\"\\{}[],:<>&#0u-"[random.Next(15)];
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                default:
                    if (random.Next(4) == 0)
                    {
                        bytes.RemoveRange(at, bytes.Count - at);
                    }

                    break;
            }
        }

        return [.. bytes];
    }
}
