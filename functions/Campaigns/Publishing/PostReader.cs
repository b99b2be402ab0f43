using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.Channels;
using Campaigns.Http;
using Campaigns.Http.Outside;
using Campaigns.Planning;
using Microsoft.Extensions.Options;

namespace Campaigns.Publishing;

/// <summary>Reads a post's document by its rules and those of its channels, all faults at once.</summary>
/// <param name="channels">Whose rules its content keeps to.</param>
/// <param name="outside">Which pictures may be fetched.</param>
public sealed class PostReader(ChannelDirectory channels, IOptions<OutsideOptions> outside)
{
    /// <summary>The greatest document as it is stored, in UTF-16 characters: what one storage property holds.</summary>
    public const int LongestDocument = 30_000;

    // A post and its deliveries are written in one transaction, which holds 100 rows.
    private const int MostDeliveries = 90;

    /// <summary>The fields that answers add: a document may be read, changed and put back with them.</summary>
    public static IReadOnlyList<string> ReadOnlyFields { get; } = ["id", "createdAt", "updatedAt"];

    /// <summary>Reads the document.</summary>
    /// <param name="document">The JSON object.</param>
    /// <param name="campaign">The campaign that it is for.</param>
    /// <param name="faults">Where faults go.</param>
    /// <returns>The plan; null, or not to be used, where there are faults.</returns>
    public PostPlan? Read(JsonElement document, Campaign campaign, Faults faults)
    {
        var fields = new Fields(document, "", faults);
        var text = fields.Text("text", required: true, max: 20_000);
        var onChannels = Channels(fields);
        var variants = Variants(fields, onChannels);
        var pictures = Media(fields);
        var link = fields.Address("link");
        var dueAt = DueTimeReader.Read(fields, "dueAt", campaign.TimeZone, required: true);
        var notAfter = DueTimeReader.Read(fields, "notAfter", campaign.TimeZone);
        if (notAfter <= dueAt)
        {
            faults.Add("notAfter", fields.Text("notAfter"), "must be after dueAt");
        }

        foreach (var field in ReadOnlyFields)
        {
            fields.Any(field);
        }

        fields.Done();
        var accounts = Accounts(fields, onChannels, campaign);
        if (text is null || pictures is null)
        {
            return null;
        }

        var content = new PostContent(text, variants, pictures, link);
        Check(content, onChannels, faults);
        if (faults.Any)
        {
            return null;
        }

        var stored = Stored(document, dueAt!.Value, notAfter);
        if (stored.Length > LongestDocument)
        {
            faults.Add("", $"{stored.Length} characters", $"must be at most {LongestDocument} characters as JSON, in which an emoji counts 12");
        }

        return new PostPlan(content, dueAt.Value, notAfter, accounts, stored);
    }

    private static List<(Channel Channel, string Path)> Channels(Fields fields)
    {
        var read = new List<(Channel Channel, string Path)>();
        foreach (var (value, path) in fields.Each("channels", required: true, max: Channel.All.Count))
        {
            if (value.ValueKind != JsonValueKind.String || !Channel.TryParse(value.GetString(), out var channel))
            {
                fields.Faults.Add(path, value, Channel.Rule);
            }
            else if (read.Exists(known => known.Channel == channel))
            {
                fields.Faults.Add(path, value, "is listed before");
            }
            else
            {
                read.Add((channel, path));
            }
        }

        return read;
    }

    private static Dictionary<string, string> Variants(Fields fields, List<(Channel Channel, string Path)> onChannels)
    {
        var variants = new Dictionary<string, string>(StringComparer.Ordinal);
        if (fields.Nested("variants") is not { } texts)
        {
            return variants;
        }

        foreach (var name in Channel.All)
        {
            if (texts.Text(name, max: 20_000) is not { } text)
            {
                continue;
            }

            variants[name] = text;
            if (!onChannels.Exists(known => known.Channel.Name == name))
            {
                fields.Faults.Add(texts.PathOf(name), text, "is a variant for a channel that is not among the post's channels");
            }
        }

        texts.Done();
        return variants;
    }

    private List<MediaItem>? Media(Fields fields)
    {
        var pictures = new List<MediaItem>();
        var whole = true;
        foreach (var picture in AccountsReader.Objects(fields, "media", max: 20))
        {
            var url = picture.Address("url", required: true);
            if (url is not null && OutsideAddress.Fault(url, outside.Value) is { } fault)
            {
                picture.Faults.Add(picture.PathOf("url"), url.OriginalString, fault);
            }

            // Required on every channel: what a picture shows is said for people who do not see it.
            var alt = picture.Text("alt", required: true, max: 2000);
            picture.Done();
            whole &= url is not null && alt is not null;
            pictures.Add(new MediaItem(url!, alt!));
        }

        return whole ? pictures : null;
    }

    private static List<CampaignAccount> Accounts(Fields fields, List<(Channel Channel, string Path)> onChannels, Campaign campaign)
    {
        foreach (var (channel, path) in onChannels.Where(known => !campaign.Accounts.Any(account => account.Channel == known.Channel)))
        {
            fields.Faults.Add(path, channel.Name, "is a channel on which the campaign has no account: add one to its accounts");
        }

        List<CampaignAccount> accounts = [.. campaign.Accounts.Where(account => onChannels.Exists(known => known.Channel == account.Channel))];
        if (accounts.Count > MostDeliveries)
        {
            fields.Faults.Add("channels", accounts.Count.ToString(CultureInfo.InvariantCulture), $"must reach at most {MostDeliveries} accounts: split the post");
        }

        return accounts;
    }

    private void Check(PostContent content, List<(Channel Channel, string Path)> onChannels, Faults faults)
    {
        foreach (var (channel, _) in onChannels)
        {
            foreach (var fault in channels[channel.Name].Check(content.For(channel)))
            {
                faults.Add(fault.Part == "text" && content.Varies(channel) ? $"variants.{channel}" : fault.Part, fault.Value, fault.Rule);
            }
        }
    }

    private static string Stored(JsonElement document, DateTimeOffset dueAt, DateTimeOffset? notAfter)
    {
        var stored = JsonObject.Create(document)!;
        foreach (var field in ReadOnlyFields)
        {
            stored.Remove(field);
        }

        stored["dueAt"] = JsonSerializer.SerializeToNode(dueAt);
        if (notAfter is not null)
        {
            stored["notAfter"] = JsonSerializer.SerializeToNode(notAfter);
        }

        return stored.ToJsonString(PostContent.Json);
    }
}
