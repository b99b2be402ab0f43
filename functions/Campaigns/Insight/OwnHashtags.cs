using System.Text;
using Campaigns.Planning;

namespace Campaigns.Insight;

/// <summary>
/// Takes a campaign's hashtags out of a text before it is analysed: everybody who takes part writes them, and what their words happen to mean
/// (<c>#MissingType</c>) is nobody's feeling.
/// </summary>
/// <param name="campaign">The campaign.</param>
internal sealed class OwnHashtags(Campaign campaign)
{
    private const int Longest = 100;

    private readonly HashSet<string> hashtags = [.. campaign.HashtagsEver.Select(tag => tag.Tag.Folded)];

    /// <summary>The text without them; empty where it says nothing else.</summary>
    public string Without(string text)
    {
        StringBuilder? left = null;
        var at = 0;
        foreach (var hashtag in new HashtagScanner(text))
        {
            var name = hashtag.Name(text);
            if (name.Length <= Longest && hashtags.Contains(Hashtag.Fold(name.ToString())))
            {
                left = (left ?? new StringBuilder(text.Length)).Append(text, at, hashtag.Start - at);
                at = hashtag.End;
            }
        }

        return left is null ? text : left.Append(text, at, text.Length - at).ToString().Trim();
    }
}
