using Campaigns.Planning;

namespace Campaigns.Listening.Intake;

/// <summary>Finds which campaigns' hashtags a text uses.</summary>
/// <param name="campaigns">The listening campaigns.</param>
internal sealed class HashtagMatcher(ListenedCampaigns campaigns)
{
    private readonly ulong[] bits = new ulong[campaigns.All.Count];
    private readonly List<int> matched = [];

    /// <summary>The campaigns that the last text matched, by their place in <see cref="ListenedCampaigns.All"/>.</summary>
    public IReadOnlyList<int> Matched => matched;

    /// <summary>The bits of a campaign's hashtags that the last text uses.</summary>
    public ulong BitsOf(int campaign) => bits[campaign];

    public void Match(ReadOnlySpan<char> text)
    {
        foreach (var campaign in matched)
        {
            bits[campaign] = 0;
        }

        matched.Clear();
        foreach (var hashtag in new HashtagScanner(text))
        {
            foreach (var use in campaigns.Uses(hashtag.Name(text)))
            {
                if (bits[use.Campaign] == 0)
                {
                    matched.Add(use.Campaign);
                }

                bits[use.Campaign] |= use.Bit;
            }
        }
    }
}
