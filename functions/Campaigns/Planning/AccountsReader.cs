using System.Text.Json;
using Campaigns.Http;

namespace Campaigns.Planning;

/// <summary>Reads the accounts that speak for a campaign.</summary>
public static class AccountsReader
{
    /// <summary>Reads <c>accounts</c>.</summary>
    /// <param name="fields">The campaign document.</param>
    public static IReadOnlyList<CampaignAccount> Read(Fields fields)
    {
        var accounts = new List<CampaignAccount>();
        foreach (var entry in Objects(fields, "accounts", max: 200))
        {
            var channel = Value(entry, "channel", Channel.Rule, (string text, out Channel read) => Channel.TryParse(text, out read));
            var name = Value(entry, "account", AccountName.Rule, (string text, out AccountName read) => AccountName.TryParse(text, out read));
            var organisation = Organisation(entry);
            entry.Done();
            if (channel is not { } where || name is not { } who)
            {
                continue;
            }

            if (accounts.Any(known => known.Channel == where && known.Account.Is(who.Value)))
            {
                entry.Faults.Add(entry.PathOf("account"), who.Value, "is listed before for this channel");
                continue;
            }

            accounts.Add(new CampaignAccount(where, who) { Organisation = organisation });
        }

        return accounts;
    }

    /// <summary>The objects of an array; whatever is not an object is a fault.</summary>
    /// <param name="fields">The object that holds the array.</param>
    /// <param name="name">The array's name.</param>
    /// <param name="max">The greatest number of elements.</param>
    public static IEnumerable<Fields> Objects(Fields fields, string name, int max)
    {
        foreach (var (value, path) in fields.Each(name, max: max))
        {
            if (value.ValueKind == JsonValueKind.Object)
            {
                yield return new Fields(value, path, fields.Faults);
            }
            else
            {
                fields.Faults.Add(path, value, "must be an object");
            }
        }
    }

    private static AccountOrganisation? Organisation(Fields entry)
    {
        if (entry.Nested("organisation") is not { } organisation)
        {
            return null;
        }

        var (ods, name, area) = (organisation.Text("ods", max: 20), organisation.Text("name", required: true, max: 200), organisation.Text("area", max: 200));
        organisation.Done();
        return name is null ? null : new AccountOrganisation(ods, name, area);
    }

    private delegate bool Parser<T>(string text, out T value);

    private static T? Value<T>(Fields fields, string name, string rule, Parser<T> parse)
        where T : struct
    {
        if (fields.Text(name, required: true) is not { } text)
        {
            return null;
        }

        if (parse(text, out var value))
        {
            return value;
        }

        fields.Faults.Add(fields.PathOf(name), text, rule);
        return null;
    }
}
