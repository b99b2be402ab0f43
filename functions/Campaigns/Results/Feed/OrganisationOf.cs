using System.Text.Json;
using Campaigns.Planning;

namespace Campaigns.Results.Feed;

/// <summary>The organisation that an account belongs to, as the campaign's document has it.</summary>
/// <param name="Key">Its code in the Organisation Data Service, or its name where it has none, as <see cref="Folded"/> has it.</param>
/// <param name="Ods">That code, or null.</param>
/// <param name="Name">Its name.</param>
/// <param name="Area">Its area, or null.</param>
internal sealed record OrganisationOf(string Key, string? Ods, string Name, string? Area)
{
    /// <summary>The organisations of a campaign's accounts, by channel and account.</summary>
    public static Dictionary<(string Channel, string Account), OrganisationOf> In(Campaign campaign)
    {
        var found = new Dictionary<(string, string), OrganisationOf>();
        using var document = JsonDocument.Parse(campaign.Document);
        if (!document.RootElement.TryGetProperty("accounts", out var accounts) || accounts.ValueKind != JsonValueKind.Array)
        {
            return found;
        }

        foreach (var account in accounts.EnumerateArray())
        {
            if (account.TryGetProperty("organisation", out var organisation) && organisation.ValueKind == JsonValueKind.Object
                && AccountName.TryParse(Text(account, "account"), out var name) && Text(organisation, "name") is { } called)
            {
                var ods = Text(organisation, "ods");
                found[(Text(account, "channel")!, name.Value)] = new OrganisationOf(Folded(ods ?? called), ods, called, Text(organisation, "area"));
            }
        }

        return found;
    }

    /// <summary>Results take two spellings for one organisation, and so does Power BI for one key, where a second row would break every refresh.</summary>
    private static string Folded(string key) => key.Trim().ToLowerInvariant();

    private static string? Text(JsonElement value, string name) => value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
