using System.Text.Json;
using Azure;
using Campaigns.Http;
using Campaigns.Http.Outside;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;
using Campaigns.Publishing;

namespace Campaigns.Operations.Configuration;

/// <summary>Reads a whole configuration by the rules of its parts, all faults at once, each with its path in the document.</summary>
/// <param name="metrics">What objectives may name.</param>
/// <param name="outside">Which feeds may be called.</param>
/// <param name="posts">Reads posts.</param>
internal sealed class ConfigurationReader(ObjectiveMetrics metrics, OutsideOptions outside, PostReader posts)
{
    private const int MostCampaigns = 10_000;
    private const int MostPosts = 10_000;

    public IReadOnlyList<ImportedCampaign> Read(JsonElement document, Faults faults)
    {
        var fields = new Fields(document, "", faults);
        fields.Whole("version", ConfigurationShelf.Version, ConfigurationShelf.Version, required: true);
        var read = new List<ImportedCampaign>();
        if (fields.Any("campaigns", required: true) is not null)
        {
            foreach (var (value, path) in Objects(fields, "campaigns", MostCampaigns))
            {
                if (Campaign(value, path, faults) is { } campaign)
                {
                    read.Add(campaign);
                }
            }
        }

        fields.Done();
        foreach (var again in read.GroupBy(campaign => campaign.Id).SelectMany(same => same.Skip(1)))
        {
            faults.Add($"{again.Path}.id", again.Id.Value, "is in the document before");
        }

        return read;
    }

    private ImportedCampaign? Campaign(JsonElement value, string path, Faults faults)
    {
        var fields = new Fields(value, path, faults);
        var text = fields.Text("id", required: true);
        CampaignId? id = CampaignId.TryParse(text, out var known) ? known : null;
        if (text is not null && id is null)
        {
            faults.Add(fields.PathOf("id"), text, CampaignId.Rule);
        }

        var archived = fields.Flag("archived") ?? false;
        var document = fields.Any("campaign", required: true);
        var plan = Inner(fields, "campaign", faults, (element, own) => CampaignReader.Read(element, metrics, outside, own));
        List<ImportedPost> imported = [.. Objects(fields, "posts", MostPosts).Select(post => plan is null ? null : Post(post.Value, post.Path, Shape(plan), faults)).OfType<ImportedPost>()];
        foreach (var again in imported.GroupBy(post => post.Id).SelectMany(same => same.Skip(1)))
        {
            faults.Add(fields.PathOf("posts"), again.Id.Value, "has a post twice");
        }

        var supporters = fields.Any("supporters") is null ? null : Supporters(fields, faults);
        fields.Done();
        return id is { } named && plan is not null ? new ImportedCampaign(path, named, archived, document!.Value, plan.CompareWith, imported, supporters) : null;
    }

    private ImportedPost? Post(JsonElement value, string path, Campaign campaign, Faults faults)
    {
        var fields = new Fields(value, path, faults);
        var text = fields.Text("id", required: true);
        var isId = PostId.TryParse(text, out var id);
        if (text is not null && !isId)
        {
            faults.Add(fields.PathOf("id"), text, PostId.Rule);
        }

        var state = fields.Text("state");
        if (state is not (null or "held" or "cancelled"))
        {
            faults.Add(fields.PathOf("state"), state, "must be held or cancelled, or left out");
        }

        var document = fields.Any("post", required: true);
        var plan = Inner(fields, "post", faults, (element, own) => posts.Read(element, campaign, own));
        fields.Done();
        return isId && plan is not null ? new ImportedPost(id, document!.Value, plan, DeliveryStates.Parse(state) ?? DeliveryState.Waiting) : null;
    }

    private static List<SupporterEntry> Supporters(Fields fields, Faults faults)
    {
        var reader = new SupporterReader(faults);
        foreach (var (value, path) in Objects(fields, "supporters", SupporterReader.Most))
        {
            reader.Read(new Fields(value, path, faults));
        }

        return reader.Entries;
    }

    /// <summary>Reads a document within the document: its faults say where it stands.</summary>
    private static T? Inner<T>(Fields fields, string name, Faults faults, Func<JsonElement, Faults, T?> read)
        where T : class
    {
        if (fields.Nested(name) is null)
        {
            return null;
        }

        var own = new Faults();
        var inner = read(fields.Any(name)!.Value, own);
        faults.Add(fields.PathOf(name), own);
        return own.Any ? null : inner;
    }

    private static IEnumerable<(JsonElement Value, string Path)> Objects(Fields fields, string name, int max)
    {
        foreach (var (value, path) in fields.Each(name, max: max))
        {
            if (value.ValueKind == JsonValueKind.Object)
            {
                yield return (value, path);
            }
            else
            {
                fields.Faults.Add(path, value, "must be an object");
            }
        }
    }

    /// <summary>As much of the campaign as the rules of a post ask for.</summary>
    private static Campaign Shape(CampaignPlan plan) => new()
    {
        Id = default,
        Generation = "",
        Document = "",
        Name = plan.Name,
        StartsAt = plan.StartsAt,
        EndsAt = plan.EndsAt,
        TimeZone = plan.TimeZone,
        Hashtags = [],
        HashtagsEver = [],
        Accounts = plan.Accounts,
        InfluencerFollowers = plan.InfluencerFollowers,
        WrappedDataKey = [],
        Archived = false,
        CreatedAt = default,
        UpdatedAt = default,
        ETag = ETag.All,
    };
}
