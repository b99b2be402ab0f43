using Campaigns.Channels;
using static Campaigns.Tests.Channels.Feeds.FeedSite;

namespace Campaigns.Tests.Channels.Feeds;

public sealed class FeedUndatedTests
{
    [Fact]
    public async Task An_entry_that_says_only_when_it_was_changed_is_never_counted_however_often_it_is_edited()
    {
        await using var blog = await StartAsync();
        foreach (var changed in new[] { 5.5, 4.5, 3.5 })
        {
            blog.Shows($"<feed xmlns=\"http://www.w3.org/2005/Atom\">{Entry("2", $"<published>{At(2)}</published>")}{Entry("1", $"<updated>{At(changed)}</updated>")}{Entry("0", $"<published>{At(25)}</published>")}</feed>");

            var found = await blog.FindAsync();

            Assert.Equal("127.0.0.1/2", Assert.Single(found.Items).Id);
            Assert.True(found.IsCutShort);
            Assert.Equal(SearchStub.Now.AddHours(-changed), found.ReadBackTo);
        }
    }

    [Fact]
    public async Task An_entry_keeps_its_hour_however_often_it_is_edited_where_it_says_when_it_was_published()
    {
        await using var blog = await StartAsync();
        foreach (var changed in new[] { 5.5, 4.5, 3.5 })
        {
            blog.Shows($"<feed xmlns=\"http://www.w3.org/2005/Atom\">{Entry("1", $"<updated>{At(changed)}</updated><published>{At(6)}</published>")}</feed>");
            var item = Assert.Single((await blog.FindAsync()).Items);
            Assert.Equal(("127.0.0.1/1", SearchStub.Now.AddHours(-6)), (item.Id, item.CreatedAt));
        }
    }

    [Fact]
    public async Task What_was_changed_last_before_the_window_was_published_before_it_and_lacks_nothing()
    {
        await using var blog = await StartAsync();
        blog.Shows($"<feed xmlns=\"http://www.w3.org/2005/Atom\">{Entry("2", $"<published>{At(25)}</published>")}{Entry("1", $"<updated>{At(30)}</updated>")}</feed>");
        Assert.False((await blog.FindAsync()).IsCutShort);
    }

    [Fact]
    public async Task A_feed_whose_entries_say_only_when_they_were_changed_is_refused()
    {
        await using var blog = await StartAsync();
        blog.Shows($"<feed xmlns=\"http://www.w3.org/2005/Atom\">{Entry("1", $"<updated>{At(3)}</updated>")}</feed>");
        Assert.Contains("published", Assert.IsType<SearchPage.Refused>(await blog.AskAsync()).Reason, StringComparison.Ordinal);
    }

    private static string Entry(string id, string dates) => $"<entry><id>{id}</id><title>x</title>{dates}</entry>";

    private static string At(double hoursAgo) => $"{SearchStub.Now.AddHours(-hoursAgo):yyyy-MM-ddTHH:mm:ssZ}";
}
