using System.IO.Compression;
using System.Text;
using Campaigns.Channels;
using Microsoft.AspNetCore.Http;
using static Campaigns.Tests.Channels.Feeds.FeedSite;

namespace Campaigns.Tests.Channels.Feeds;

/// <summary>What reading a feed makes of bad days and of bad people.</summary>
public sealed class FeedSearchFailureTests
{
    private const string BillionLaughs = """
        <?xml version="1.0"?>
        <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
        <rss><channel><item><title>&d;</title></item></channel></rss>
        """;

    private const string Stranger = """<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss><channel><item><title>&a;</title></item></channel></rss>""";

    [Theory]
    [InlineData(BillionLaughs)]
    [InlineData(Stranger)]
    [InlineData("")]
    [InlineData("<html><body>Log in, please</body></html>")]
    [InlineData("<!DOCTYPE html><html><body>Log in, please</body></html>")]
    [InlineData("{ \"items\": [] }")]
    [InlineData("<rss><channel><item><title>breaks off</ti")]
    [InlineData("<rss><channel><item><title>&nosuch;</title></item></channel></rss>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"no-such-thing\"?><rss><channel/></rss>")]
    [InlineData("<opml/>")]
    public async Task Whatever_is_no_feed_is_a_failure_and_never_an_empty_page(string body)
    {
        await using var blog = await StartAsync();
        blog.Shows(body);
        Assert.True(Assert.IsType<SearchPage.Failed>(await blog.AskAsync()).Reason.Length > 10);
        Assert.Null(await blog.Search.RecentUseAsync("missingtype", default));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("x")]
    public async Task Elements_nested_without_end_do_not_bring_the_engine_down(string element)
    {
        await using var blog = await StartAsync();
        blog.Shows("<rss><channel><item>" + new StringBuilder().Insert(0, $"<{element}>", 300_000));
        Assert.IsType<SearchPage.Failed>(await blog.AskAsync());
    }

    [Fact]
    public async Task A_feed_of_50_MB_is_refused_packed_or_not()
    {
        await using var blog = await StartAsync();
        foreach (var packed in new[] { false, true })
        {
            blog.Answer = async context =>
            {
                context.Response.Headers.ContentEncoding = packed ? "gzip" : default;
                await using var body = packed ? new GZipStream(context.Response.Body, CompressionLevel.Fastest) : context.Response.Body;
                for (var megabyte = 0; megabyte < 50; megabyte++)
                {
                    await body.WriteAsync(new byte[1_000_000], context.RequestAborted);
                }
            };
            Assert.Contains("larger than", Assert.IsType<SearchPage.Refused>(await blog.AskAsync()).Reason, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_waits_where_it_asks_to_itself_and_not_where_a_redirect_led_to_another(bool isElsewhere)
    {
        await using var blog = await StartAsync();
        await using var other = await StartAsync();
        other.Answer = TooMany;
        blog.Answer = isElsewhere ? context => Moved(context, other.Feed) : TooMany;

        Assert.IsType(isElsewhere ? typeof(SearchPage.Failed) : typeof(SearchPage.RateLimited), await blog.AskAsync());

        static Task Moved(HttpContext context, Uri to)
        {
            context.Response.Redirect(to.AbsoluteUri);
            return Task.CompletedTask;
        }

        static Task TooMany(HttpContext context)
        {
            (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (StatusCodes.Status429TooManyRequests, "21600");
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_packed_feed_is_read()
    {
        await using var blog = await StartAsync();
        blog.Answer = async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var body = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await body.WriteAsync(Encoding.UTF8.GetBytes($"<rss><channel>{Item(1, 1)}</channel></rss>"));
        };
        Assert.Single((await blog.FindAsync()).Items);
    }

    [Theory]
    [InlineData(404, typeof(SearchPage.Refused))]
    [InlineData(410, typeof(SearchPage.Refused))]
    [InlineData(401, typeof(SearchPage.Refused))]
    [InlineData(500, typeof(SearchPage.Failed))]
    [InlineData(503, typeof(SearchPage.Failed))]
    [InlineData(204, typeof(SearchPage.Failed))]
    [InlineData(304, typeof(SearchPage.Failed))]
    public async Task A_status_says_whether_it_is_worth_another_try(int status, Type outcome)
    {
        await using var blog = await StartAsync();
        blog.Answer = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        Assert.IsType(outcome, await blog.AskAsync());
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("Fri, 05 Jun 2026 08:02:00 GMT", 120)]
    [InlineData("", 300)]
    public async Task Too_many_requests_is_a_time_to_come_back_at(string after, int seconds)
    {
        await using var blog = await StartAsync();
        blog.Answer = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = after;
            return Task.CompletedTask;
        };
        Assert.Equal(SearchStub.Now.AddSeconds(seconds), Assert.IsType<SearchPage.RateLimited>(await blog.AskAsync()).Until);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_drips_or_breaks_off_is_a_failure()
    {
        await using var blog = await StartAsync();
        blog.Answer = static context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        Assert.Contains("in time", Assert.IsType<SearchPage.Failed>(await blog.AskAsync()).Reason, StringComparison.Ordinal);

        blog.Answer = static async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(" ");
                await context.Response.Body.FlushAsync();
                await Task.Delay(100);
            }
        };
        Assert.Contains("in time", Assert.IsType<SearchPage.Failed>(await blog.AskAsync()).Reason, StringComparison.Ordinal);

        blog.Answer = static async context =>
        {
            await context.Response.WriteAsync("<rss><channel>");
            context.Abort();
        };
        Assert.IsType<SearchPage.Failed>(await blog.AskAsync());
    }

    [Fact]
    public async Task Only_public_addresses_are_read_wherever_redirects_lead()
    {
        await using var open = await StartAsync();
        open.Answer = static context => Moved(context, "http://169.254.169.254/latest/meta-data/");
        Assert.IsType<SearchPage.Refused>(await open.AskAsync());
        open.Answer = static context => Moved(context, "/feed");
        Assert.Equal(4, Assert.IsType<SearchPage.Refused>(await open.AskAsync()).Requests);
        open.Answer = context => context.Request.Path == "/feed" ? Moved(context, "/new") : context.Response.WriteAsync($"<rss><channel>{Item(1, 1)}</channel></rss>");
        Assert.Equal(2, (await open.FindAsync()).Requests);

        await using var guarded = await StartAsync(allowPrivate: false);
        Assert.Equal(0, Assert.IsType<SearchPage.Refused>(await guarded.AskAsync()).Requests);
        Assert.Empty(guarded.Asked);
    }

    [Fact]
    public async Task A_query_without_a_feed_or_with_another_servers_page_asks_nobody()
    {
        await using var blog = await StartAsync();
        Assert.IsType<SearchPage.Refused>(await blog.Search.SearchAsync(SearchStub.Query(), default));
        Assert.IsType<SearchPage.Refused>(await blog.AskAsync("https://elsewhere.example/feed"));
        Assert.Empty(blog.Asked);
    }

    [Fact]
    public async Task A_host_that_stops_is_obeyed()
    {
        await using var blog = await StartAsync();
        using var stop = new CancellationTokenSource();
        blog.Answer = async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => blog.Search.SearchAsync(SearchStub.Query(feed: blog.Feed), stop.Token));
    }

    [Fact]
    public async Task Items_without_a_date_are_left_out_and_a_feed_of_nothing_else_is_refused()
    {
        await using var blog = await StartAsync();
        const string undated = "<item><guid>2</guid><title>x</title></item><item><guid>3</guid><title>x</title><pubDate>last week</pubDate></item>";
        blog.Lists(Item(1, 1), undated, "<item><guid>4</guid><title>x</title><pubDate>Thu, 01 Jan 2099 00:00:00 GMT</pubDate></item>");
        Assert.Single((await blog.FindAsync()).Items);
        blog.Lists(undated);
        Assert.Contains("says when", Assert.IsType<SearchPage.Refused>(await blog.AskAsync()).Reason, StringComparison.Ordinal);
    }

    private static Task Moved(HttpContext context, string to)
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    }
}
