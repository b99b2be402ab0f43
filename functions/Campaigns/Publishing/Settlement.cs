using System.Text.Json;
using Campaigns.Http;

namespace Campaigns.Publishing;

/// <summary>What a person says about a delivery.</summary>
/// <param name="Url">Where it is; null where it is not out.</param>
/// <param name="Retry">Whether one that is not out is tried again.</param>
internal sealed record Settlement(Uri? Url, bool Retry)
{
    private static readonly string[] Outcomes = ["published", "notPublished"];

    public static Settlement Read(JsonElement body, Faults faults)
    {
        var fields = new Fields(body, "", faults);
        var outcome = fields.Text("outcome", required: true, max: 50);
        var url = fields.Address("url", required: outcome == "published");
        var retry = fields.Flag("retry");
        fields.Done();
        if (outcome is not null && !Outcomes.Contains(outcome))
        {
            faults.Add("outcome", outcome, "must be published or notPublished");
        }

        if (outcome == "notPublished" && url is not null)
        {
            faults.Add("url", url.OriginalString, "is the address of a post that is published");
        }

        if (outcome == "notPublished" && retry is null)
        {
            faults.Add("retry", null, "is required with notPublished: true to try again, false to leave it");
        }

        if (outcome == "published" && retry is not null)
        {
            faults.Add("retry", retry.Value ? "true" : "false", "is only for what is not published");
        }

        return new Settlement(url, retry == true);
    }

    public bool Allows(DeliveryState state) => state is DeliveryState.Manual or DeliveryState.Unknown || (state == DeliveryState.Refused && Retry);

    public Delivery On(Delivery delivery, DateTimeOffset now) =>
        Url is not null ? delivery with { State = DeliveryState.Published, PublishedAt = now, Url = Url, Reason = "Settled by hand." }
        : Retry ? delivery.Again(now)
        : delivery with { State = DeliveryState.Cancelled, Reason = "Settled by hand: not published." };
}
