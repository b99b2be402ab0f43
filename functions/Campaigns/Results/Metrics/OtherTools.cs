namespace Campaigns.Results.Metrics;

/// <summary>Works figures out as other tools do; see <see cref="ComparisonDefinitions"/>.</summary>
public static class OtherTools
{
    /// <summary>Impressions as Socialert counts them.</summary>
    /// <param name="mentions">The author's followers of each mention, and whether it is a reply.</param>
    public static long SocialertImpressions(IEnumerable<(long Followers, bool IsReply)> mentions) =>
        mentions.Sum(mention => mention.IsReply ? 1 : mention.Followers);

    /// <summary>Engagement on X as Talkwalker counted it on a day.</summary>
    /// <param name="day">The day: which version of the definition counts.</param>
    /// <param name="post">What X tells of the post.</param>
    /// <returns>The definition that counted on that day, and what it comes to.</returns>
    public static (MetricDefinition Definition, long Value) TalkwalkerXEngagement(DateOnly day, XEngagement post)
    {
        ArgumentNullException.ThrowIfNull(post);
        var definition = ComparisonDefinitions.TalkwalkerXEngagement.Last(version => version.Since is null || version.Since <= day);
        return (definition, TalkwalkerXEngagement(definition.Version, post));
    }

    /// <summary>Engagement on X as a version of Talkwalker's definition has it.</summary>
    /// <param name="version">The version, 1 to 4.</param>
    /// <param name="post">What X tells of the post.</param>
    public static long TalkwalkerXEngagement(int version, XEngagement post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return post.Reposts + post.Likes + (version >= 2 ? post.Quotes : 0) + (version >= 3 ? post.Replies : 0) + (version >= 4 ? post.Bookmarks : 0);
    }
}
