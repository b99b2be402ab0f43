using Campaigns.Http;

namespace Campaigns.Planning;

/// <summary>Gives hashtags their permanent numbers.</summary>
public static class TagNumbers
{
    /// <summary>How many hashtags a campaign may ever have: one bit each.</summary>
    public const int Most = 64;

    /// <summary>Keeps the numbers that were given and numbers what is new.</summary>
    /// <param name="ever">Every hashtag that the campaign had so far.</param>
    /// <param name="wanted">The hashtags of the plan as it is put.</param>
    /// <param name="now">When they are put.</param>
    /// <param name="faults">Where a fault goes when there are no numbers left.</param>
    /// <returns>The old ones as they were, and the new ones behind them.</returns>
    public static IReadOnlyList<CampaignHashtag> Assign(
        IReadOnlyList<CampaignHashtag> ever, IReadOnlyList<Hashtag> wanted, DateTimeOffset now, Faults faults)
    {
        var all = ever.ToList();
        foreach (var hashtag in wanted.Where(hashtag => !ever.Any(known => known.Tag == hashtag)))
        {
            all.Add(new CampaignHashtag(hashtag, all.Count, now));
        }

        if (all.Count > Most)
        {
            faults.Add("hashtags", $"{all.Count} over the campaign's life", $"a campaign may have at most {Most} hashtags over its life, removed ones included");
        }

        return all;
    }
}
