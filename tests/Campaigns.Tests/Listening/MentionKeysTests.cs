using System.Security.Cryptography;
using Campaigns.Channels;
using Campaigns.Listening;

namespace Campaigns.Tests.Listening;

public class MentionKeysTests
{
    private static readonly byte[] DataKey = [.. Enumerable.Range(0, 32).Select(value => (byte)value)];

    private static readonly MentionKeys Keys = new(DataKey);

    [Fact]
    public void A_key_is_the_first_128_bits_of_an_HMAC_over_label_channel_and_id_each_with_its_length()
    {
        byte[] input = [0, 0, 0, 7, .. "mention"u8, 0, 0, 0, 1, .. "x"u8, 0, 0, 0, 5, .. "607é"u8];

        var hash = HMACSHA256.HashData(DataKey, input);

        Assert.Equal(Convert.ToHexStringLower(hash.AsSpan(0, 16)), Keys.Mention("x", "607é").ToString("x32", null));
    }

    [Fact]
    public void The_same_id_is_another_mention_on_another_channel_and_another_thing_as_an_author()
    {
        UInt128[] keys = [Keys.Mention("x", "1"), Keys.Mention("bluesky", "1"), Keys.Author("x", "1"), Keys.AuthorByHandle("x", "1"), new MentionKeys(new byte[32]).Mention("x", "1")];

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void Parts_cannot_be_shifted_into_each_other() => Assert.NotEqual(Keys.Mention("x", "y1"), Keys.Mention("xy", "1"));

    [Fact]
    public void Handles_compare_without_case_and_without_at() => Assert.Equal(Keys.AuthorByHandle("x", "@RCGP"), Keys.AuthorByHandle("x", "rcgp"));

    [Fact]
    public void The_longest_id_fits() => Assert.NotEqual(default, Keys.Author("facebookgroup", new string('血', MentionLimits.LongestId)));
}
