using Campaigns.Channels;
using Campaigns.Channels.Bluesky;

namespace Campaigns.Tests.Channels.Bluesky;

public sealed class BlueskyTextTests
{
    private static readonly Uri Link = new("https://www.blood.co.uk/give");
    private static readonly MediaItem Picture = new(new("https://www.blood.co.uk/a.png"), "A sign");

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("abc", 3, 3)]
    [InlineData("e\u0301", 1, 3)]
    [InlineData("👨‍👩‍👧‍👦", 1, 25)]
    [InlineData("🇬🇧🏴󠁧󠁢󠁷󠁬󠁳󠁿", 2, 36)]
    [InlineData("ก็\r\n", 2, 8)]
    public void Text_is_measured_as_people_and_as_servers_count(string text, int graphemes, int bytes) =>
        Assert.Equal((graphemes, bytes), (BlueskyText.Graphemes(text), BlueskyText.Bytes(text)));

    [Fact]
    public void A_link_is_a_card_or_beside_pictures_the_end_of_the_text()
    {
        var plain = new ChannelContent("Give blood", [], Link);
        Assert.Equal(("Give blood", Link), (BlueskyText.Compose(plain), BlueskyText.Card(plain)));
        var pictured = plain with { Media = [Picture] };
        Assert.Equal(("Give blood\n\nhttps://www.blood.co.uk/give", null), (BlueskyText.Compose(pictured), BlueskyText.Card(pictured)));
        var named = pictured with { Text = "Give blood: www.blood.co.uk/give!" };
        Assert.Equal(named.Text, BlueskyText.Compose(named));
    }
}
