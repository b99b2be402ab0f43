using System.Text.Json;
using Campaigns.Http;
using Campaigns.Http.Outside;
using Campaigns.Planning;
using Microsoft.Extensions.Options;

namespace Campaigns.Webhooks;

/// <summary>Reads what a webhook is to be, all faults at once.</summary>
/// <param name="outside">Which addresses may be called.</param>
public sealed class WebhookReader(IOptions<OutsideOptions> outside)
{
    /// <summary>Reads a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="webhook">What it changes.</param>
    /// <param name="faults">Where faults go.</param>
    /// <returns>The webhook, and its address where the body has one; left out in a change it stays, for it is shown to nobody.</returns>
    public (Webhook Webhook, Uri? Address) Read(JsonElement body, Webhook webhook, Faults faults)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        var fields = new Fields(body, "", faults);
        var isOutgoing = webhook.Kind == WebhookKind.Outgoing;
        var address = isOutgoing ? fields.Address("address", required: webhook.Address is null) : null;
        if (address is not null && OutsideAddress.Fault(address, outside.Value) is { } fault)
        {
            faults.Add("address", address.OriginalString, fault);
        }

        var read = webhook with
        {
            Events = isOutgoing ? Each(fields, "events", WebhookEvents.All.Contains, $"must be one of {string.Join(", ", WebhookEvents.All)}", required: true) : [],
            Campaigns = Each(fields, "campaigns", static id => CampaignId.TryParse(id, out _), CampaignId.Rule, required: false),
        };
        fields.Done();
        return (read, address);
    }

    private static List<string> Each(Fields fields, string name, Func<string, bool> allows, string rule, bool required)
    {
        var values = new List<string>();
        foreach (var (value, path) in fields.Each(name, required, max: 100))
        {
            if (value.ValueKind != JsonValueKind.String || !allows(value.GetString()!))
            {
                fields.Faults.Add(path, value, rule);
            }
            else if (!values.Contains(value.GetString()!))
            {
                values.Add(value.GetString()!);
            }
        }

        return values;
    }
}
