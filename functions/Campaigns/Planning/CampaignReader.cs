using System.Text.Json;
using Campaigns.Http;
using Campaigns.Http.Outside;

namespace Campaigns.Planning;

/// <summary>Reads a campaign document by its rules, all faults at once.</summary>
public static class CampaignReader
{
    /// <summary>From how many followers a contributor is an influencer where the document does not say.</summary>
    public const long DefaultInfluencerFollowers = 10_000;

    /// <summary>The greatest document, in UTF-16 characters: what one storage property holds.</summary>
    public const int LongestDocument = 30_000;

    /// <summary>How many searches the feeds of a plan may make, one for each hashtag.</summary>
    public const int MostFeedSearches = 1_000;

    // Accepted and stored; the features that act on them come with their own issues.
    private static readonly string[] Later =
    [
        "workingHours", "nation", "quietHours", "approval",
        "houseRules", "privacyNoticeUrl",
    ];

    /// <summary>The fields that answers add: a document may be read, changed and put back with them.</summary>
    public static IReadOnlyList<string> ReadOnlyFields { get; } = ["id", "archived", "createdAt", "updatedAt", "retentionEndsAt", "closedAt", "warnings"];

    /// <summary>Reads the document.</summary>
    /// <param name="document">The JSON object.</param>
    /// <param name="metrics">What objectives may name.</param>
    /// <param name="outside">Which feeds may be called.</param>
    /// <param name="faults">Where faults go.</param>
    /// <returns>The plan, or null where there are faults.</returns>
    public static CampaignPlan? Read(JsonElement document, ObjectiveMetrics metrics, OutsideOptions outside, Faults faults)
    {
        if (CampaignAnswer.Stored(document).Length is > LongestDocument and var length)
        {
            faults.Add("", $"{length} characters", $"must be at most {LongestDocument} characters");
            return null;
        }

        var fields = new Fields(document, "", faults);
        var name = fields.Text("name", required: true, max: 200);
        fields.Text("owner", max: 200);
        var (start, end, zone) = PeriodReader.Read(fields);
        var hashtags = Hashtags(fields);
        var audience = PlanReader.Read(fields);
        var accounts = AccountsReader.Read(fields);
        var influencers = fields.Whole("influencerFollowers", 1, 1_000_000_000) ?? DefaultInfluencerFollowers;
        var listening = ListeningFieldsReader.Read(fields, outside);
        if (listening.Listening.Feeds.Count * hashtags.Count > MostFeedSearches)
        {
            faults.Add("listening.feeds", $"{listening.Listening.Feeds.Count} feeds, {hashtags.Count} hashtags", $"must be at most {MostFeedSearches} searches: each feed is searched for each hashtag");
        }

        var objectives = ObjectivesReader.Read(fields, start, end, metrics);
        var compareWith = CompareWithRule.Read(fields);
        var later = LaterFieldsReader.Read(fields, Later);
        foreach (var field in ReadOnlyFields)
        {
            fields.Any(field);
        }

        fields.Done();
        return faults.Any ? null : new CampaignPlan(name!, start!.Value, end!.Value, zone!, hashtags, accounts, influencers, listening, objectives, compareWith, later) { Audience = audience };
    }

    private static List<Hashtag> Hashtags(Fields fields)
    {
        var hashtags = new List<Hashtag>();
        foreach (var (value, path) in fields.Each("hashtags", required: true, max: TagNumbers.Most))
        {
            if (value.ValueKind != JsonValueKind.String || !Hashtag.TryParse(value.GetString(), out var hashtag))
            {
                fields.Faults.Add(path, value, Hashtag.Rule);
            }
            else if (hashtags.Contains(hashtag))
            {
                fields.Faults.Add(path, value, "is the same hashtag as one before it: hashtags compare without case");
            }
            else
            {
                hashtags.Add(hashtag);
            }
        }

        return hashtags;
    }
}
