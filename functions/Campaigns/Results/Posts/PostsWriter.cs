using System.Globalization;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Results.Reported;
using NodaTime.Text;

namespace Campaigns.Results.Posts;

/// <summary>Shows the campaign's own posts with what was entered of each: what nobody entered is unknown, never zero.</summary>
internal static class PostsWriter
{
    public static IReadOnlyList<PostResponse> Write(Campaign campaign, IReadOnlyList<Delivery> deliveries, IReadOnlyList<Entry> entered, Figures figures)
    {
        if (deliveries.Count == 0)
        {
            figures.NotYet("/posts", "The campaign has no posts of its own.");
        }

        var ofPosts = ReportedWriter.Latest(entered.Where(PostEntries.IsOfPost)).ToLookup(entry => PostEntries.DeliveryOf(entry, deliveries)?.Id);
        return
        [
            .. deliveries.OrderBy(delivery => delivery.PublishedAt ?? delivery.DueAt).ThenBy(delivery => delivery.Id, StringComparer.Ordinal).Select((delivery, index) => Of(
                campaign, delivery, [.. ofPosts[delivery.Id]], string.Create(CultureInfo.InvariantCulture, $"/posts/{index}"), figures)),
        ];
    }

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

        decimal? Number(string name)
        {
            var meant = PostEntries.Shown(entries, name);
            var at = $"{pointer}/{name}";
            var value = figures.Entered(
                at, PostEntries.Metrics[name], meant?.Content.Value, meant is null ? campaign.ClosedAt ?? campaign.UpdatedAt : EntryDates.AsOf(meant, campaign), meant?.Content.Status ?? whyNull);
            if (meant is null)
            {
                figures.Put(at, figures.All[at] with { Why = entries.Any(entry => entry.Name == name) ? "It was entered for a scope alone, such as paid or organic, which is not the whole." : why });
            }

            return value;
        }
    }
}
