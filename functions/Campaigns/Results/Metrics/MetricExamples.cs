namespace Campaigns.Results.Metrics;

/// <summary>Examples of definitions. Those of other tools are worked out when they are asked for, so that they are what the code does.</summary>
internal static class MetricExamples
{
    private const string TwoAuthors = "A with 35 followers says 10 things, B with 73 followers says 25";
    private const string OneReply = $"{TwoAuthors}, and one of A's 10 is a reply";
    private const string TwoHashtags = "one mention with both hashtags of the campaign";
    private const string Post = "a post on X with 5 reposts, 10 likes, 2 quotes, 3 replies and 4 bookmarks";

    public static IEnumerable<MetricExample> Of(string id) => id switch
    {
        "mentions" => [new(TwoHashtags, [1], 1), new(TwoAuthors, [35], 1)],
        "uses" => [new(TwoHashtags, [2], 1)],
        "contributors" => [new(TwoAuthors, [2], 1), new("the mentions of one hashtag have 2 contributors, those of the other have 2", Ends(UnionInterval.Of([2, 2])!), 1)],
        "potentialReach" => [new(TwoAuthors, [108], 1)],
        "potentialImpressions" => [new(TwoAuthors, [2175], 1), new(OneReply, [2175], 1)],
        "mentionsPerContributor" => [new(TwoAuthors, [17.5], 1)],
        "followersPerContributor" => [new(TwoAuthors, [54], 1)],
        "audienceShare" => [new("20 of 100 answers to a poll are by people of 18-24: the share of all lies between these", [.. Ends(ShareInterval.Of(20, 100))], 1)],
        "audienceIndex" => [new("people of 18-24 are 20 of 100 who were reached, and 25 of 100 whom the campaign is for", [AudienceDefinitions.IndexOf(0.2, 0.25)], 1)],
        "socialertImpressions" => [new(OneReply, [OtherTools.SocialertImpressions([.. Enumerable.Repeat((35L, false), 9), (35L, true), .. Enumerable.Repeat((73L, false), 25)])], 1)],
        "talkwalkerXEngagement" => ComparisonDefinitions.TalkwalkerXEngagement.Select(definition =>
            new MetricExample(Post, [OtherTools.TalkwalkerXEngagement(definition.Version, new XEngagement(5, 10, 2, 3, 4))], definition.Version)),
        _ => [],
    };

    private static double[] Ends(ShareInterval interval) => [Math.Round(interval.AtLeast, 4), Math.Round(interval.AtMost, 4)];

    private static double[] Ends(UnionInterval interval) => [interval.AtLeast, interval.AtMost!.Value];
}
