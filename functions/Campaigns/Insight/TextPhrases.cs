using Campaigns.Confidentiality;
using Campaigns.Listening;
using Campaigns.Listening.Texts;
using Campaigns.Planning;

namespace Campaigns.Insight;

/// <summary>
/// Counts the phrases of a campaign's mentions. Only their keys are counted; the words of a phrase are kept once enough mentions of the day have
/// it, so that nothing rare rests anywhere.
/// </summary>
/// <param name="campaign">The campaign.</param>
/// <param name="keys">Makes its keys.</param>
internal sealed class TextPhrases(Campaign campaign, MentionKeys keys)
{
    private const int MostOfOneText = 10;
    private const int Shortest = 3;
    private const int Longest = 60;
    private const int LeastMentions = 3;

    private readonly HashSet<string> hashtags = [.. campaign.HashtagsEver.Select(tag => tag.Tag.Folded)];

    /// <summary>Whether any was counted.</summary>
    public bool Added { get; private set; }

    /// <summary>How many mentions of a day must have a phrase for its words to be kept.</summary>
    public static int Least(Campaign campaign) => Math.Max(LeastMentions, campaign.SuppressBelow);

    /// <summary>Counts the phrases of one text. What only speaks of a topic is no mention of the campaign, and its phrases are none of it.</summary>
    public void Add(PackedText packed, TextInsight insight, PhraseCounts counts, InsightDay day)
    {
        if (packed.Tags == 0)
        {
            return;
        }

        foreach (var phrase in insight.Phrases.Select(Normal).Where(IsUsable).Distinct(StringComparer.Ordinal).Take(MostOfOneText))
        {
            Added = true;
            var mentions = counts.Add(InsightRows.PhraseKey(keys.Phrase(phrase)));
            if (mentions >= Least(campaign) && PersonalData.Find(phrase).Count == 0)
            {
                day.Show(phrase, mentions);
            }
        }
    }

    private static string Normal(string phrase) => phrase.Trim().ToLowerInvariant();

    /// <summary>Marks of what was redacted, handles, addresses and the campaign's own hashtags are no phrases.</summary>
    private bool IsUsable(string phrase) => phrase.Length is >= Shortest and <= Longest
        && phrase.Any(char.IsLetter) && phrase.IndexOfAny(['[', ']', '@', '/', ':', '\n', '\r', '\t']) < 0 && !hashtags.Contains(phrase.TrimStart('#'));
}
