using System.Collections.Frozen;

namespace Campaigns.Channels.Manual;

/// <summary>How long a text may be on a channel where a person posts it, so that what is due can be posted as it stands.</summary>
/// <param name="Most">The longest text.</param>
/// <param name="Measure">How the platform measures it.</param>
/// <param name="Rule">The rule, as a sentence.</param>
internal sealed record TextRule(int Most, Func<string, int> Measure, string Rule)
{
    private static readonly FrozenDictionary<string, TextRule> All = new Dictionary<string, TextRule>
    {
        ["x"] = new(280, TextLengths.Weighted, "must take at most 280 on x, where a link takes 23, an emoji 2, and a Chinese, Japanese or Korean character 2"),
        ["mastodon"] = new(500, TextLengths.Mastodon, "must take at most 500 characters on mastodon, where a link takes 23 and of @name@server only @name counts"),
        ["threads"] = Characters("threads", 500),
        ["instagram"] = Characters("instagram", 2200),
        ["linkedin"] = Characters("linkedin", 3000),
        ["facebook"] = Characters("facebook", 63_206),
        ["facebookgroup"] = Characters("facebookgroup", 63_206),
        ["youtube"] = new(5000, TextLengths.Bytes, "must take at most 5000 bytes of UTF-8 on youtube"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The rule of a channel, or null where it sets no limit.</summary>
    public static TextRule? Find(string channel) => All.GetValueOrDefault(channel);

    private static TextRule Characters(string channel, int most) => new(most, TextLengths.Characters, $"must take at most {most} characters on {channel}");
}
