using Campaigns.Http;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Planning;

/// <summary>Which campaign another may be compared with.</summary>
internal static class CompareWithRule
{
    private const string Rule = "must be the id of another campaign, which must exist and which this key must open";

    /// <summary>Reads the field.</summary>
    public static CampaignId? Read(Fields fields)
    {
        if (fields.Text("compareWith") is not { } text)
        {
            return null;
        }

        if (CampaignId.TryParse(text, out var id))
        {
            return id;
        }

        fields.Faults.Add(fields.PathOf("compareWith"), text, Rule);
        return null;
    }

    /// <summary>Checks what the document alone does not tell. One rule for all of it: who may not open a campaign does not learn whether there is one.</summary>
    public static async Task CheckAsync(CampaignTable campaigns, CampaignId own, CampaignId? other, HttpRequest request, Faults faults, CancellationToken cancellationToken)
    {
        if (other is { } named && (named == own || !IsOpenTo(request, named) || await campaigns.FindAsync(named, cancellationToken) is null))
        {
            faults.Add("compareWith", named.Value, Rule);
        }
    }

    /// <summary>Whether a caller may open a campaign.</summary>
    public static bool IsOpenTo(HttpRequest request, CampaignId campaign) => request.HttpContext.Features.Get<Caller>()?.MayOpen(campaign.Value) ?? true;
}
