using System.Globalization;
using System.Text.Json;

namespace Campaigns.Channels.Mastodon;

/// <summary>How often a hashtag was used on each of the last days, as a server has seen it.</summary>
internal static class MastodonTagHistory
{
    public static RecentUse? Read(JsonElement tag, DateTimeOffset now)
    {
        var days = (from day in tag.Field("history").Items()
                    let begins = Whole(day, "day")
                    let uses = Whole(day, "uses")
                    where begins is > 0 and < 253_402_300_800 && uses is not null
                    select (Begins: DateTimeOffset.FromUnixTimeSeconds(begins.Value), Uses: uses.Value, Accounts: Whole(day, "accounts"))).ToList();
        if (days.Count == 0)
        {
            return null;
        }

        var used = days.Where(day => day.Uses > 0).ToList();
        var until = days.Max(day => day.Begins).AddDays(1);
        return new(
            days.Sum(day => day.Uses), used.Count switch { 0 => 0, 1 => used[0].Accounts, _ => null }, days.Min(day => day.Begins), until < now ? until : now);
    }

    /// <summary>A count, which Mastodon writes as text.</summary>
    private static long? Whole(JsonElement json, string name) => FoundRules.Engagement(
        json.Number(name) ?? (long.TryParse(json.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null));
}
