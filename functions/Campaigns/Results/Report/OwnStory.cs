using System.Globalization;
using Campaigns.Results.Audience;
using Campaigns.Results.Posts;

namespace Campaigns.Results.Report;

/// <summary>Tells who the audience was, how the campaign's own posts did, and which organisations took part lately: each only where there is something to say.</summary>
internal sealed class OwnStory(ResultsResponse results, CitedFigures figures)
{
    /// <summary>How many groups and how many posts a page tells; it says how many others stand in the results.</summary>
    private const int Most = 5;

    public IEnumerable<ReportSentence> Write()
    {
        var missed = results.Audience.Index().SelectMany(audience => audience.Item.Groups.Index()
            .Where(group => audience.Item.Missed?.Contains(group.Item.Group) == true)
            .Select(group => (Audience: audience.Item, Group: group.Item, At: string.Create(CultureInfo.InvariantCulture, $"/audience/{audience.Index}/groups/{group.Index}")))).ToList();
        var posts = results.Posts.Index().Where(post => post.Item.Date is not null).ToList();
        ReportSentence?[] sentences =
        [
            .. missed.Take(Most).Select(one => Missed(one.Audience, one.Group, one.At)),
            ReportedStory.Left(missed.Count - Most, "group that was missed", "groups that were missed"),
            .. posts.Take(Most).Select(post => Of(post.Item, string.Create(CultureInfo.InvariantCulture, $"/posts/{post.Index}"))),
            ReportedStory.Left(posts.Count - Most, "post of which numbers were entered", "posts of which numbers were entered"),
        ];
        return sentences.OfType<ReportSentence>();
    }

    /// <summary>Where all took part there is nothing to say that the story has not said.</summary>
    public ReportSentence? Active() => results.OrganisationsActive is { Active: { } active, Listed: { } listed } && active < listed
        ? new Sentence(ReportOrigin.Counted)
            .Tell(figures.Cite("/organisationsActive/active", "Organisations that took part in the last 30 days", active)).Say(" of the ")
            .Tell(figures.Cite("/organisationsActive/listed", "Organisations that the campaign names", listed), "organisation", "organisations")
            .Say(" that the campaign names took part in its last 30 days.").End()
        : null;

    private ReportSentence Missed(AudienceResponse audience, AudienceGroupResponse group, string at)
    {
        var who = $"{ReportWords.Plain(group.Group)} ({ReportWords.Plain(audience.Dimension)})";
        var name = ReportWords.Spoken(audience.Name);
        return new Sentence(ReportOrigin.SelfReported).Say($"{who} was missed: ")
            .Tell(figures.Cite($"{at}/audienceShare", $"Share of {who} in {name}", Percent(group.AudienceShare), "%")).Say($" of {name}, where it is ")
            .Tell(figures.Cite($"{at}/populationShare", $"Share of {who} in the target population", Percent(group.PopulationShare), "%")).Say(" of those whom the campaign is for (index ")
            .Tell(figures.Cite($"{at}/index", $"Index of {who} in {name}", (decimal?)group.Index)).Say(").").End();
    }

    private ReportSentence? Of(PostResponse post, string at)
    {
        (string Name, decimal? Value, string One, string Many)[] all =
        [
            ("reach", post.Reach, "person reached", "people reached"), ("impressions", post.Impressions, "impression", "impressions"), ("views", post.Views, "view", "views"),
            ("likes", post.Likes, "like", "likes"), ("shares", post.Shares, "share", "shares"), ("comments", post.Comments, "comment", "comments"), ("clicks", post.Clicks, "click", "clicks"),
        ];
        var where = $"the post {ReportWords.Plain(post.PostId)} on {ReportWords.Channel(post.Channel)} ({ReportWords.Plain(post.Account)})";
        var told = all.Where(one => one.Value is not null)
            .Select(one => (figures.Cite($"{at}/{one.Name}", $"{ReportWords.Capital(one.Many)} of {where}", one.Value), one.One, one.Many)).ToList();
        return told.Count == 0 ? null : new Sentence(ReportOrigin.SelfReported).Say($"{ReportWords.Capital(where)}: ").Tell(told).Say(".").End();
    }

    private static decimal? Percent(double? share) => (decimal?)share * 100;
}
