using Microsoft.AspNetCore.Http;
using static Campaigns.Tests.Channels.Feeds.FeedSite;

namespace Campaigns.Tests.Channels.Feeds;

public sealed class FeedSearchTests
{
    [Fact]
    public async Task Reads_RSS_2()
    {
        await using var blog = await StartAsync();
        blog.Shows("""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
                xmlns:media="http://search.yahoo.com/mrss/">
              <channel><title>A blog #NotThis</title><link>https://blog.example/</link>
                <item>
                  <title>Why I give &amp;amp; how</title><link>https://blog.example/why</link><guid isPermaLink="false">https://blog.example/?p=1</guid>
                  <pubDate>Thu, 04 Jun 2026 21:00:00 +0100</pubDate><dc:creator><![CDATA[ Ann ]]></dc:creator><media:title>#NorThis</media:title>
                  <category>MissingType</category><category>Give Blood</category><slash:comments>3</slash:comments>
                  <description>&lt;p&gt;In short #GiveBlood&lt;/p&gt;</description>
                  <content:encoded><![CDATA[<p>At length</p><p>#NHS</p><script>#NorThat</script>]]></content:encoded>
                </item>
              </channel>
            </rss>
            """);
        var item = Assert.Single((await blog.FindAsync()).Items);
        Assert.Equal("Why I give & how\nIn short #GiveBlood\nAt length\n\n#NHS\n#MissingType", item.Text);
        Assert.Equal(
            ("https://blog.example/?p=1", "original", new DateTimeOffset(2026, 6, 4, 20, 0, 0, TimeSpan.Zero), "127.0.0.1/ann", "127.0.0.1", 3L, null),
            (item.Id, item.Kind, item.CreatedAt, item.AuthorId, item.AuthorHandle, item.Comments, item.Followers));
        Assert.Equal("https://blog.example/why", item.Url?.AbsoluteUri);
    }

    [Fact]
    public async Task Reads_Atom()
    {
        await using var blog = await StartAsync();
        blog.Shows("""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>A blog</title><id>tag:blog.example,2026:1</id><updated>2026-06-05T07:00:00Z</updated><author><name>Blog</name></author>
              <entry><id>tag:blog.example,2026:2</id><title>a &lt; b</title><published>2026-06-05T06:00:00+01:00</published><updated>2026-06-05T07:30:00Z</updated>
                <link rel="self" href="https://blog.example/x"/><link href="https://blog.example/2"/><author><name>Ann</name><uri>https://ann.example</uri></author>
                <category term="MissingType" label="Missing type"/><summary type="html">&lt;b&gt;In&lt;/b&gt; short</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>At length</p><p>#NHS</p></div></content></entry>
              <entry><id>3</id><title>No more than this</title><published>2026-06-05T05:00:00Z</published><content type="image/png">aWNo</content></entry>
            </feed>
            """);
        var items = (await blog.FindAsync()).Items;
        Assert.Equal(["a < b\nIn short\nAt length\n\n#NHS\n#MissingType", "No more than this\n"], items.Select(item => item.Text.Replace("\n\n\n", "\n", StringComparison.Ordinal)));
        Assert.Equal(["tag:blog.example,2026:2", "127.0.0.1/3"], items.Select(item => item.Id));
        Assert.Equal(["2026-06-05 05:00:00Z", "2026-06-05 05:00:00Z"], items.Select(item => $"{item.CreatedAt:u}"));
        Assert.Equal(["127.0.0.1/ann", "127.0.0.1"], items.Select(item => item.AuthorId));
        Assert.Equal("https://blog.example/2", items[0].Url?.AbsoluteUri);
    }

    [Fact]
    public async Task Reads_RSS_1()
    {
        await using var blog = await StartAsync();
        blog.Shows("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://blog.example/"><title>A blog</title></channel>
              <item rdf:about="https://blog.example/1"><title>Give</title><link>https://blog.example/1</link><dc:date>2026-06-05T06:00:00Z</dc:date><dc:subject>MissingType</dc:subject></item>
            </rdf:RDF>
            """);
        var item = Assert.Single((await blog.FindAsync()).Items);
        Assert.Equal(("https://blog.example/1", "Give\n#MissingType"), (item.Id, item.Text));
    }

    [Theory]
    [InlineData("Thu, 04 Jun 2026 20:00:00 GMT")]
    [InlineData("4 June 26 20:00 UT")]
    [InlineData("Thu,  04 Jun 2026 16:00:00 EDT")]
    [InlineData("Thu, 04 Jun 2026 22:00:00 +02:00")]
    [InlineData("2026-06-04T21:00:00+01:00")]
    [InlineData(" 2026-06-04T20:00:00Z ")]
    [InlineData("Thu, 04 Jun 2026 20:00:00")]
    public async Task A_date_is_read_as_feeds_write_it(string date)
    {
        await using var blog = await StartAsync();
        blog.Lists($"<item><guid>1</guid><title>x</title><pubDate>{date}</pubDate></item>");
        Assert.Equal(SearchStub.Now.AddHours(-12), Assert.Single((await blog.FindAsync()).Items).CreatedAt);
    }

    [Fact]
    public async Task What_a_feed_has_dropped_is_said_to_be_missing()
    {
        await using var blog = await StartAsync();
        blog.Lists(Item(1, 1), Item(2, 23));
        var found = await blog.FindAsync();
        Assert.Equal((2, true, SearchStub.Now.AddHours(-23)), (found.Items.Count, found.IsCutShort, found.ReadBackTo));

        blog.Lists(Item(1, 1), Item(2, 25));
        found = await blog.FindAsync();
        Assert.Equal((1, false, null), (found.Items.Count, found.IsCutShort, found.Next));

        // An item that says it is from 1970 says nothing about where the feed ends.
        blog.Lists(Item(1, 1), "<item><guid>2</guid><title>x</title><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>");
        Assert.True((await blog.FindAsync()).IsCutShort);

        blog.Lists();
        found = await blog.FindAsync();
        Assert.Equal((0, false), (found.Items.Count, found.IsCutShort));
    }

    [Fact]
    public async Task A_feed_in_pages_is_followed_on_its_own_server()
    {
        await using var blog = await StartAsync();
        blog.Lists(Item(1, 1), "<link rel=\"next\" href=\"/feed?page=2\" xmlns=\"http://www.w3.org/2005/Atom\"/>");
        var found = await blog.FindAsync();
        Assert.EndsWith("/feed?page=2", found.Next, StringComparison.Ordinal);
        Assert.False(found.IsCutShort);

        blog.Lists(Item(2, 25), "<link rel=\"next\" href=\"/feed?page=3\" xmlns=\"http://www.w3.org/2005/Atom\"/>");
        Assert.Null((await blog.FindAsync(found.Next)).Next);

        blog.Lists(Item(1, 1), "<link rel=\"next\" href=\"https://elsewhere.example/feed\" xmlns=\"http://www.w3.org/2005/Atom\"/>");
        found = await blog.FindAsync();
        Assert.Equal((null, true), (found.Next, found.IsCutShort));
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_is_not_sent_again()
    {
        await using var blog = await StartAsync();
        blog.Answer = async context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            if (context.Request.Headers.IfNoneMatch == "\"1\"")
            {
                context.Response.StatusCode = 304;
                return;
            }

            await context.Response.WriteAsync($"<rss><channel>{Item(1, 1)}</channel></rss>", TestContext.Current.CancellationToken);
        };
        Assert.Equal((await blog.FindAsync()).Items, (await blog.FindAsync()).Items);
        Assert.Equal(2, blog.Asked.Count);
    }

    [Fact]
    public async Task Items_without_an_id_are_told_apart_by_what_they_say()
    {
        await using var blog = await StartAsync();
        const string date = "<pubDate>Thu, 04 Jun 2026 20:00:00 GMT</pubDate>";
        blog.Lists($"<item><title>a</title>{date}</item>", $"<item><title>b</title>{date}</item>", $"<item><title>a</title>{date}</item>", $"<item><guid>/c</guid>{date}</item>");
        var items = (await blog.FindAsync()).Items;
        Assert.Equal(items[0].Id, items[2].Id);
        Assert.Equal(3, items.Select(item => item.Id).Distinct().Count());
        Assert.Equal("127.0.0.1//c", items[3].Id);
    }
}
