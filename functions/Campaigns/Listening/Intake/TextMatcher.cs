using Campaigns.Planning;

namespace Campaigns.Listening.Intake;

/// <summary>Finds what a text has of the listening campaigns: their hashtags, what only looks like them, and the words of their topics.</summary>
/// <param name="campaigns">The listening campaigns.</param>
internal sealed class TextMatcher(ListenedCampaigns campaigns)
{
    private readonly TextIndex texts = campaigns.Texts;
    private readonly TextMatch[] matches = new TextMatch[campaigns.All.Count];
    private readonly List<int> matched = [];
    private readonly FoldedText folded = new();

    /// <summary>The campaigns of which the last text has something, by their place in <see cref="ListenedCampaigns.All"/>.</summary>
    public IReadOnlyList<int> Matched => matched;

    /// <summary>What the last text has of a campaign.</summary>
    public TextMatch Of(int campaign) => matches[campaign];

    public void Match(ReadOnlySpan<char> text)
    {
        foreach (var campaign in matched)
        {
            matches[campaign] = default;
        }

        matched.Clear();
        foreach (var hashtag in new HashtagScanner(text))
        {
            MatchHashtag(hashtag.Name(text));
        }

        if (texts.Topics.HasPhrases)
        {
            MatchPhrases(folded.Fold(text));
        }
    }

    private void MatchHashtag(ReadOnlySpan<char> name)
    {
        var meaning = texts.Find(name);
        if (meaning is not null)
        {
            foreach (var use in meaning.Tags)
            {
                At(use.Campaign).Add(use);
            }

            Add(meaning.Topics);
            if (meaning.Tags.Length == matches.Length)
            {
                // Every campaign's own: it can be nobody's look-alike.
                return;
            }
        }

        foreach (var use in texts.LookingLike(name))
        {
            if (meaning?.IsOf(use.Campaign) != true)
            {
                At(use.Campaign).AddLookAlike(use);
            }
        }
    }

    private void MatchPhrases(ReadOnlySpan<char> text)
    {
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = text[start] == ' ' ? start + 1 : WordBreaks.EndOfPiece(text, start);
            foreach (var phrase in texts.Topics.StartingWith(text[start..end]))
            {
                if (phrase.StandsAt(text, start))
                {
                    Add(phrase.Uses);
                }
            }
        }
    }

    private void Add(TopicUse[] uses)
    {
        foreach (var use in uses)
        {
            At(use.Campaign).Add(use);
        }
    }

    private ref TextMatch At(int campaign)
    {
        ref var match = ref matches[campaign];
        if (match.IsEmpty)
        {
            matched.Add(campaign);
        }

        return ref match;
    }
}
