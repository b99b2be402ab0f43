using System.Text.Json;
using Campaigns.Http;
using Campaigns.Http.Outside;

namespace Campaigns.Planning;

/// <summary>Reads how a campaign's mentions are looked for and counted.</summary>
public static class ListeningFieldsReader
{
    /// <summary>Below how many people a figure about them is not shown where the document does not say.</summary>
    public const int DefaultSuppressBelow = 5;

    /// <summary>For how many days after its end a campaign is kept in detail where the document does not say.</summary>
    public const int DefaultRetentionDays = 90;

    /// <summary>Reads <c>topics</c>, <c>suppressBelow</c>, <c>expectedMentionsPerHour</c>, <c>listening</c>, <c>budget</c> and <c>retentionDays</c>.</summary>
    /// <param name="fields">The campaign document.</param>
    /// <param name="outside">Which feeds may be called; null of a document that rests already and is not judged again.</param>
    public static ListeningFields Read(Fields fields, OutsideOptions? outside) => new(
        Topics(fields),
        (int)(fields.Whole("suppressBelow", 0, 100) ?? DefaultSuppressBelow),
        fields.Whole("expectedMentionsPerHour", 1, 1_000_000_000),
        Listening(fields, outside),
        BudgetReader.Read(fields),
        (int)(fields.Whole("retentionDays", 1, 3650) ?? DefaultRetentionDays));

    private static List<CampaignTopic> Topics(Fields fields)
    {
        var topics = new List<CampaignTopic>();
        foreach (var topic in AccountsReader.Objects(fields, "topics", max: TagNumbers.Most))
        {
            var id = topic.Text("id", required: true, max: 64);
            var read = new CampaignTopic(id ?? "", topics.Count, Words(topic, "any", required: true), Words(topic, "none", required: false), topic.Text("service", max: 200));
            topic.Done();
            if (id is not null && topics.Any(known => known.Id == id))
            {
                topic.Faults.Add(topic.PathOf("id"), id, "is the id of a topic before it");
            }

            topics.Add(read);
        }

        return topics;
    }

    private static List<string> Words(Fields topic, string name, bool required)
    {
        var words = new List<string>();
        foreach (var (value, path) in topic.Each(name, required, max: 100))
        {
            if (value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: <= 200 } text || !text.Any(char.IsLetterOrDigit))
            {
                topic.Faults.Add(path, value, "must be a text of at most 200 characters with a letter or a digit");
            }
            else if (text.Trim() is ['#' or '＃', ..] tag && !Hashtag.TryParse(tag, out _))
            {
                topic.Faults.Add(path, value, "must be one whole hashtag where it starts with #");
            }
            else
            {
                words.Add(text);
            }
        }

        return words;
    }

    private static ListeningPlan Listening(Fields fields, OutsideOptions? outside)
    {
        if (fields.Nested("listening") is not { } listening)
        {
            return ListeningPlan.Everywhere;
        }

        List<string>? channels = listening.Any("channels") is null ? null : [];
        foreach (var (value, path) in listening.Each("channels", max: 50))
        {
            if (value.ValueKind == JsonValueKind.String && Channel.TryParse(value.GetString()!, out var channel))
            {
                channels?.Add(channel.Name);
            }
            else
            {
                listening.Faults.Add(path, value, Channel.Rule);
            }
        }

        var feeds = new List<Uri>();
        foreach (var (value, path) in listening.Each("feeds", max: 100))
        {
            if (value.ValueKind != JsonValueKind.String || !Uri.TryCreate(value.GetString(), UriKind.Absolute, out var feed) || feed.Scheme is not ("http" or "https"))
            {
                listening.Faults.Add(path, value, "must be an absolute https address");
            }
            else if (outside is not null && OutsideAddress.Fault(feed, outside) is { } fault)
            {
                listening.Faults.Add(path, value, fault);
            }
            else
            {
                feeds.Add(feed);
            }
        }

        listening.Done();
        return new ListeningPlan(channels, feeds);
    }
}
