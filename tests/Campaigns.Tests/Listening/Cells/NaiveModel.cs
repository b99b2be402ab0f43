using Campaigns.Listening.Cells;

namespace Campaigns.Tests.Listening.Cells;

/// <summary>The rules of a mention's record once more, written the slow and plain way.</summary>
public static class NaiveModel
{
    public static MentionRecord[] Fold(IEnumerable<MentionRecord> history) =>
        [.. history.GroupBy(record => record.Key).Select(group => One([.. group])).OrderBy(record => record.Key)];

    private static MentionRecord One(MentionRecord[] versions)
    {
        var first = versions
            .OrderBy(version => version.Followers < 0)
            .ThenBy(version => version.Author == 0)
            .ThenBy(version => version.ObservedAt)
            .ThenBy(version => (int)version.Kind)
            .ThenBy(version => version.Author)
            .ThenBy(version => version.Followers)
            .First();
        return new MentionRecord
        {
            Key = first.Key,
            Author = first.Author,
            Kind = first.Kind,
            Followers = first.Followers,
            ObservedAt = first.ObservedAt,
            Channel = first.Channel,
            Tags = versions.Aggregate(0UL, (tags, version) => tags | version.Tags),
            Topics = versions.Aggregate(0UL, (topics, version) => topics | version.Topics),
            LookAlikes = versions.Aggregate(0UL, (lookAlikes, version) => lookAlikes | version.LookAlikes),
            AuthorKind = versions.Max(version => version.AuthorKind),
            Own = versions.Any(version => version.Own),
            LargestFollowers = versions.Max(version => version.LargestFollowers),
            Likes = versions.Max(version => version.Likes),
            Shares = versions.Max(version => version.Shares),
            Comments = versions.Max(version => version.Comments),
            Views = versions.Max(version => version.Views),
            Second = versions.Min(version => version.Second),
        };
    }
}
