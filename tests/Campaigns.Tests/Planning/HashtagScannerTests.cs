using Campaigns.Planning;

namespace Campaigns.Tests.Planning;

public class HashtagScannerTests
{
    [Theory]
    [MemberData(nameof(TwitterTextSuite.Cases), MemberType = typeof(TwitterTextSuite))]
    public void Every_hashtag_case_of_the_twitter_text_suite_holds(string description, string text, string[] hashtags, int[] indices)
    {
        TwitterTextSuite.SkipWhereAbsent(description);

        Assert.Equal(hashtags, Names(text));
        if (indices.Length > 0)
        {
            Assert.Equal(indices, CodePoints(text));
        }
    }

    [Theory]
    [InlineData("https://t.co/abc,#tag is not part of the shortened link", "tag")]
    [InlineData("https://example.org/a(b)#tag is", "")]
    [InlineData("https://example.org/a(#tag is not, for the parenthesis stays open", "tag")]
    [InlineData("https://example.org/a(x(y)#tag) is", "")]
    [InlineData("https://example.org:8443/a?b=/#tag is", "")]
    [InlineData("https://example.org?b=&#tag is", "")]
    [InlineData("example.org?/#tag has no protocol, so its query is text", "tag")]
    [InlineData("a@example.org/#tag is an address", "tag")]
    [InlineData("either/#or", "or")]
    [InlineData("日本語example.org/#tag", "")]
    [InlineData("##twice", "twice")]
    [InlineData("#a#b are glued", "")]
    [InlineData("&#x27; is an entity", "")]
    [InlineData("#️⃣ is a keycap", "")]
    [InlineData("\ud83d#after an unpaired surrogate", "after")]
    [InlineData("#tag\ud83d", "tag")]
    [InlineData("RT @nhsbt: ＃MissingType…", "MissingType")]
    [InlineData("#", "")]
    [InlineData("", "")]
    public void Links_entities_and_odd_neighbours_are_told_apart(string text, string hashtags) =>
        Assert.Equal(hashtags, string.Join(' ', Names(text)));

    [Theory]
    [InlineData("#")]
    [InlineData("#a")]
    [InlineData("/#a")]
    [InlineData("a.co/(#a")]
    [InlineData("a.co/#")]
    [InlineData("http://")]
    [InlineData("(")]
    [InlineData("#1")]
    [InlineData("\u0301")]
    [InlineData("#\u0301\ufe0f")]
    [InlineData("a.")]
    public void A_hostile_text_costs_no_more_than_its_length(string pattern)
    {
        // 4 MiB, 64 times what a mention may hold: work that grew with the square of the length would not end.
        var text = string.Concat(Enumerable.Repeat(pattern, (4 << 20) / pattern.Length));

        foreach (var hashtag in new HashtagScanner(text))
        {
            Assert.True(hashtag.End > hashtag.Start);
        }
    }

    private static List<string> Names(string text)
    {
        var names = new List<string>();
        foreach (var hashtag in new HashtagScanner(text))
        {
            names.Add(hashtag.Name(text).ToString());
        }

        return names;
    }

    private static List<int> CodePoints(string text)
    {
        var indices = new List<int>();
        foreach (var hashtag in new HashtagScanner(text))
        {
            indices.Add(Count(text.AsSpan(0, hashtag.Start)));
            indices.Add(Count(text.AsSpan(0, hashtag.End)));
        }

        return indices;
    }

    private static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
