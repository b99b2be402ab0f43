namespace Campaigns.Listening.Hashtags;

/// <summary>How much a hashtag was used on a channel lately, by anybody.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Status"><c>value</c>, <c>zero</c>, <c>not_offered</c> where the channel cannot tell, <c>failed</c> where it did not answer.</param>
/// <param name="Uses">How many uses; null where unknown.</param>
/// <param name="Accounts">By how many accounts; null where unknown.</param>
/// <param name="From">From when; null where unknown.</param>
/// <param name="To">Until when; null where unknown.</param>
internal sealed record ChannelUse(string Channel, string Status, long? Uses, long? Accounts, DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>What is to be said about it.</summary>
    public IEnumerable<HashtagWarning> Warnings()
    {
        if (Status == "value")
        {
            yield return new HashtagWarning(
                "in_use", $"Others use it on {Channel}: read some of what they say. If it is about something else, that will be counted too.");
        }
    }
}
