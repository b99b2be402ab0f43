using Campaigns.Planning;

namespace Campaigns.Results.Report;

/// <summary>Tells what was counted and analysed, in the words that such reports use. What is not known is left to <see cref="GapsWriter"/>.</summary>
internal sealed class CountedStory(Campaign campaign, ResultsResponse results, CitedFigures figures)
{
    /// <summary>Of more hashtags than have room here the sentence would hold nothing else.</summary>
    private const int HashtagCharacters = 80;

    public IEnumerable<ReportSentence> Write()
    {
        var uses = figures.Cite("/uses/total", "Uses of the hashtags", results.Uses.Total);
        var mentions = figures.Cite("/mentions", "Mentions", results.Mentions);
        ReportSentence?[] sentences = [Uses(uses, mentions), People(), Reach(), Engagements(), Felt()];
        return sentences.OfType<ReportSentence>();
    }

    private ReportSentence? Uses(ReportFigure uses, ReportFigure mentions)
    {
        if (uses.Value is null)
        {
            return null;
        }

        var (hashtags, areAll) = ReportWords.Hashtags([.. campaign.Hashtags.Select(tag => tag.Tag.ToString())], HashtagCharacters);
        var sentence = new Sentence(ReportOrigin.Counted).Tell(uses, "use", "uses").Say($" of {hashtags}");
        var each = campaign.Hashtags.Select(tag => (Tag: tag.Tag, Value: results.Uses.ByHashtag.GetValueOrDefault(tag.Tag.Folded))).ToList();
        if (each.Count > 1 && areAll && each.TrueForAll(tag => tag.Value is not null))
        {
            sentence.Say(" (");
            foreach (var (index, (tag, value)) in each.Index())
            {
                sentence.Say(index == 0 ? "" : ", ").Tell(figures.Cite($"/uses/byHashtag/{tag.Folded}", $"Uses of {tag}", value)).Say($" of {tag}");
            }

            sentence.Say(")");
        }

        return (mentions.Value is null ? sentence : sentence.Say(" in ").Tell(mentions, "mention", "mentions")).Say(".").End();
    }

    private ReportSentence? People()
    {
        var followed = $" ({ShownNumbers.Number(campaign.InfluencerFollowers)}+ followers)";
        (ReportFigure Figure, string One, string Many)[] told =
        [
            (figures.Cite("/influencers", "Influencers", results.Influencers), $"influencer{followed}", $"influencers{followed}"),
            (figures.Cite("/organisations", "Organisations and brands", results.Organisations), "organisation or brand", "organisations and brands"),
        ];
        var contributors = figures.Cite("/contributors", "Contributors", results.Contributors);
        var known = told.Where(one => one.Figure.Value is not null).ToList();
        return known.Count == 0 || contributors.Value is null
            ? contributors.Value is null ? Between() : new Sentence(ReportOrigin.Counted).Tell(contributors, "contributor", "contributors").Say(" took part.").End()
            : new Sentence(ReportOrigin.Counted).Tell(known).Say(" took part, among ").Tell(contributors, "contributor", "contributors").Say(".").End();
    }

    /// <summary>Of several days the distinct contributors lie between those of the greatest day and the sum of the days.</summary>
    private ReportSentence? Between() => results.Unions.Contributors.ByDay is not { AtLeast: { } least, AtMost: { } most } ? null
        : new Sentence(ReportOrigin.Counted).Say("Between ").Tell(figures.Cite("/unions/contributors/byDay/atLeast", "Contributors at least", least)).Say(" and ")
            .Tell(figures.Cite("/unions/contributors/byDay/atMost", "Contributors at most", most)).Say(" contributors took part: whoever spoke on several days counts once.").End();

    private ReportSentence? Reach()
    {
        var reach = figures.Cite("/potentialReach", "Potential reach", results.PotentialReach);
        var impressions = figures.Cite("/potentialImpressions", "Potential impressions", results.PotentialImpressions);
        if (reach.Value is null)
        {
            return impressions.Value is null ? null : new Sentence(ReportOrigin.Counted).Tell(impressions, "potential impression", "potential impressions")
                .Say(", the followers of whoever wrote added up over all mentions: how often something could have been seen at most, not how often it was.").End();
        }

        var sentence = new Sentence(ReportOrigin.Counted).Say("A potential reach of ").Tell(reach, "follower", "followers")
            .Say(", those of all contributors added up: how many could have seen something at most, not how many did");
        return (impressions.Value is null ? sentence : sentence.Say("; over all mentions ").Tell(impressions, "potential impression", "potential impressions")).Say(".").End();
    }

    private ReportSentence? Engagements()
    {
        (ReportFigure Figure, string One, string Many)[] told =
        [
            (figures.Cite("/engagements/likes", "Likes of mentions", results.Engagements.Likes), "like", "likes"),
            (figures.Cite("/engagements/shares", "Shares of mentions", results.Engagements.Shares), "share", "shares"),
            (figures.Cite("/engagements/comments", "Comments on mentions", results.Engagements.Comments), "comment", "comments"),
            (figures.Cite("/engagements/views", "Views of mentions", results.Engagements.Views), "view", "views"),
        ];
        var known = told.Where(one => one.Figure.Value is not null).ToList();
        return known.Count == 0 ? null : new Sentence(ReportOrigin.Counted).Tell(known).Say(" of these mentions.").End();
    }

    private ReportSentence? Felt()
    {
        var felt = results.Sentiment;
        var analysed = figures.Cite("/sentiment/analysed", "Mentions of which it is known what they feel", felt.Analysed);
        if (analysed.Value is null or 0 || felt is not { Positive: not null, Neutral: not null, Negative: not null, Mixed: not null })
        {
            return null;
        }

        var sentence = new Sentence(ReportOrigin.Analysed).Say("Of ").Tell(analysed, "analysed mention", "analysed mentions").Say(", ")
            .Tell(figures.Cite("/sentiment/positive", "Positive mentions", felt.Positive)).Say(" felt positive, ")
            .Tell(figures.Cite("/sentiment/neutral", "Neutral mentions", felt.Neutral)).Say(" neutral, ")
            .Tell(figures.Cite("/sentiment/negative", "Negative mentions", felt.Negative)).Say(" negative and ")
            .Tell(figures.Cite("/sentiment/mixed", "Mixed mentions", felt.Mixed)).Say(" mixed");
        if (felt.MarginOfError is { } margin)
        {
            sentence.Say("; not all were analysed, and a share may be off by up to ")
                .Tell(figures.Cite("/sentiment/marginOfError", "Margin of error", (decimal)margin, " percentage points"));
        }

        return sentence.Say(".").End();
    }
}
