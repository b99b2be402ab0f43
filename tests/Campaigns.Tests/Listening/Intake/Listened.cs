using Campaigns.Listening;
using Campaigns.Planning;
using NodaTime;

namespace Campaigns.Tests.Listening.Intake;

/// <summary>Campaigns to match texts with, without storage.</summary>
internal static class Listened
{
    public static ListenedCampaigns One(string[] hashtags, params CampaignTopic[] topics) => Of((hashtags, topics));

    public static ListenedCampaigns Of(params (string[] Hashtags, CampaignTopic[] Topics)[] campaigns) => new(
    [
        .. campaigns.Select((campaign, slot) => new ListenedCampaign(Campaign($"campaign-{slot}", campaign.Hashtags, campaign.Topics), new MentionKeys(new byte[32]))),
    ]);

    public static CampaignTopic Topic(int number, string[] any, params string[] none) => new($"topic-{number}", number, any, none, null);

    private static Campaign Campaign(string name, string[] hashtags, CampaignTopic[] topics)
    {
        Assert.True(CampaignId.TryParse(name, out var id));
        CampaignHashtag[] numbered = [.. hashtags.Select((text, number) => new CampaignHashtag(Hashtag.TryParse(text, out var tag) ? tag : default, number, default))];
        return new Campaign
        {
            Id = id,
            Generation = "0a1b2c3d",
            Document = "{}",
            Name = name,
            StartsAt = Instant.FromUtc(2000, 1, 1, 0, 0),
            EndsAt = Instant.FromUtc(2100, 1, 1, 0, 0),
            TimeZone = DateTimeZone.Utc,
            Hashtags = numbered,
            HashtagsEver = numbered,
            Accounts = [],
            InfluencerFollowers = 10_000,
            Topics = topics,
            WrappedDataKey = [],
            Archived = false,
            CreatedAt = default,
            UpdatedAt = default,
        };
    }
}
