using System.Globalization;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Results.Metrics;
using Campaigns.Results.Reported;
using NodaTime.Text;

namespace Campaigns.Results.Posts;

/// <summary>Shows the campaign's own posts with what was entered of each: what nobody entered is unknown, never zero.</summary>
internal static class PostsWriter
{
    /// <summary>The names under which a post's numbers are entered.</summary>
    private static readonly Dictionary<string, MetricDefinition> Metrics = new(StringComparer.Ordinal)
    {
        ["reach"] = PostDefinitions.Reach,
        ["impressions"] = PostDefinitions.Impressions,
        ["views"] = PostDefinitions.Views,
        ["likes"] = PostDefinitions.Engagements,
        ["shares"] = PostDefinitions.Engagements,
        ["comments"] = PostDefinitions.Engagements,
        ["clicks"] = PostDefinitions.Engagements,
    };

    public static IReadOnlyList<PostResponse> Write(Campaign campaign, IReadOnlyList<Delivery> deliveries, IReadOnlyList<Entry> entered, Figures figures)
    {
        if (deliveries.Count == 0)
        {
            figures.NotYet("/posts", "The campaign has no posts of its own.");
        }

        Entry[] ofPosts = [.. ReportedWriter.Latest(entered.Where(entry => entry.Side.Post is not null && Metrics.ContainsKey(entry.Name)))];
        return
        [
            .. deliveries.OrderBy(delivery => delivery.PublishedAt ?? delivery.DueAt).ThenBy(delivery => delivery.Id, StringComparer.Ordinal).Select((delivery, index) => Of(
                campaign, delivery, [.. ofPosts.Where(entry => Means(entry, delivery, deliveries))], string.Create(CultureInfo.InvariantCulture, $"/posts/{index}"), figures)),
        ];
    }

    /// <summary>Whether an entry is of a delivery: it names the post, and as much of channel and account as leaves no doubt.</summary>
    private static bool Means(Entry entry, Delivery delivery, IReadOnlyList<Delivery> all) =>
        Fits(entry, delivery) && all.Count(other => Fits(entry, other)) == 1;

    private static bool Fits(Entry entry, Delivery delivery) =>
        entry.Side.Post == delivery.PostId.Value && (entry.Side.Channel is null || entry.Side.Channel == delivery.Channel.Name)
        && (entry.Side.Account is null || delivery.Account.Is(entry.Side.Account));

    private static PostResponse Of(Campaign campaign, Delivery delivery, IReadOnlyList<Entry> entries, string pointer, Figures figures)
    {
        // Until the campaign is closed somebody may still enter a number; of what never went out there is none.
        var (whyNull, why) = delivery.State switch
        {
            DeliveryState.Refused or DeliveryState.Expired or DeliveryState.Cancelled => (FigureStatus.NotOffered, "It was not published."),
            DeliveryState.Published => (campaign.ClosedAt is null ? FigureStatus.NotYet : FigureStatus.NotOffered, "Nobody entered it, and the channel is not asked for it yet."),
            _ => (campaign.ClosedAt is null ? FigureStatus.NotYet : FigureStatus.NotOffered, "It is not known to be published."),
        };
        return new PostResponse(
            delivery.Id, delivery.PostId.Value, delivery.Channel.Name, delivery.Account.Value, delivery.State.Name(), LocalTimes.Of(delivery.PublishedAt, campaign.TimeZone), delivery.Url,
            entries.Count == 0 ? null : LocalDatePattern.Iso.Format(entries.Max(entry => entry.Date)),
            Number("reach"), Number("impressions"), Number("views"), Number("likes"), Number("shares"), Number("comments"), Number("clicks"));

        // Of paid and organic, which may be entered apart, none is the whole.
        decimal? Number(string name)
        {
            Entry[] said = [.. entries.Where(entry => entry.Name == name)];
            var meant = said is [var only] ? only : said.FirstOrDefault(entry => entry.Side.Scope is null);
            var at = $"{pointer}/{name}";
            var value = figures.Entered(
                at, Metrics[name], meant?.Content.Value, meant is null ? campaign.ClosedAt ?? campaign.UpdatedAt : EntryDates.AsOf(meant, campaign), meant?.Content.Status ?? whyNull);
            if (meant is null)
            {
                figures.Put(at, figures.All[at] with { Why = said.Length > 1 ? "It was entered for several scopes, none of which is the whole." : why });
            }

            return value;
        }
    }
}
