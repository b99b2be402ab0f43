namespace Campaigns.Listening.Intake;

/// <summary>What a hashtag says about campaigns.</summary>
/// <param name="Tags">The campaigns whose hashtag it is.</param>
/// <param name="Topics">The campaigns whose topics name it.</param>
internal sealed record HashtagMeaning(TagUse[] Tags, TopicUse[] Topics)
{
    /// <summary>Whether it is a hashtag of a campaign.</summary>
    public bool IsOf(int campaign)
    {
        foreach (var tag in Tags)
        {
            if (tag.Campaign == campaign)
            {
                return true;
            }
        }

        return false;
    }
}
