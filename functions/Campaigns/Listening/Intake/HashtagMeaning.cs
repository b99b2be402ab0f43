namespace Campaigns.Listening.Intake;

/// <summary>What a hashtag says about campaigns.</summary>
/// <param name="Tags">The campaigns whose hashtag it is.</param>
/// <param name="Topics">The campaigns whose topics name it.</param>
internal sealed record HashtagMeaning(TagUse[] Tags, TopicUse[] Topics);
