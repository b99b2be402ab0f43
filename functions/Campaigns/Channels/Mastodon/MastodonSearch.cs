using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Campaigns.Channels.Mastodon;

/// <summary>
/// Searches the hashtag timelines of the Mastodon servers that the engine is set up to ask. Each server shows what it has seen, so each is searched
/// and covered by itself. A status's hour is that of its <c>created_at</c>, which its author's server gives it and all others repeat.
/// </summary>
internal sealed class MastodonSearch(MastodonClient client, IOptions<MastodonOptions> options, TimeProvider clock) : ISearch
{
    private const int MostStatuses = 40;
    private const int LongestId = 128;

    public string Channel => "mastodon";

    public bool IsConfigured => options.Value.Instances.Count > 0;

    public bool TellsRecentUse => true;

    public IReadOnlyList<Uri>? Places { get; } = [.. options.Value.Instances.Select(instance => instance.Url!).Distinct()];

    public SearchTerms Terms { get; } = new(MostStatuses, LooksBack: null, IsPerFeed: true, LateBy: TimeSpan.FromHours(1), PricePerCall: 0, PricePerItem: 0, "USD");

    public async Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        if (options.Value.Instances.FirstOrDefault(known => known.Url == query.Feed) is not { } instance)
        {
            return new SearchPage.Refused("The engine is not set up to search that Mastodon server: add it to the settings (Mastodon:Instances).") { Requests = 0 };
        }

        var host = instance.Url!.Host;
        if (instance.AccessToken?.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase) == true)
        {
            return new SearchPage.Refused($"The access token for {host} is a Key Vault reference that did not resolve: let the app's identity read that secret.") { Requests = 0 };
        }

        var answer = await client.GetAsync(instance, Path(query), cancellationToken);
        if (answer.Bad(host, clock.GetUtcNow()) is { } bad)
        {
            return bad;
        }

        var statuses = answer.Body.Items().Select(status => MastodonStatus.Read(status, instance.Url)).OfType<MastodonStatus>().ToList();
        return answer.Body.ValueKind != JsonValueKind.Array || (statuses.Count == 0 && answer.Body.GetArrayLength() > 0)
            ? new SearchPage.Failed($"{host} answers with something else than statuses.")
            : Page(query, statuses, answer);
    }

    /// <summary>What the server that has seen most of it says. A person who used it on two days counts on each, so people are only told for a single day.</summary>
    public async Task<RecentUse?> RecentUseAsync(string hashtag, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(options.Value.Instances.Select(
            instance => client.GetAsync(instance, $"/api/v1/tags/{Uri.EscapeDataString(hashtag)}", cancellationToken)));
        return answers.Where(answer => answer.Good).Select(answer => MastodonTagHistory.Read(answer.Body, clock.GetUtcNow())).MaxBy(use => use?.Uses);
    }

    /// <summary>
    /// What the servers that are searched know of an account, and the address that most software gives it: an account that is gone is known by none. A
    /// name without its server is another person's on each.
    /// </summary>
    public async Task<AccountIds?> IdsOfAsync(string handle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handle);
        if (handle.Split('@') is not [{ Length: > 0 } name, { Length: > 0 } server])
        {
            return null;
        }

        var path = $"/api/v1/accounts/lookup?acct={Uri.EscapeDataString(handle)}";
        var answers = await Task.WhenAll(options.Value.Instances.Select(instance => AccountAsync(instance, path, cancellationToken)));
        var known = answers.Where(answer => answer.Good).Select(answer => MastodonStatus.IdsOf(answer.Body).ToList()).ToList();
        return new(
            [.. known.SelectMany(ids => ids).Append($"https://{server.ToLowerInvariant()}/@{name}").Select(FoundRules.Name).OfType<string>().Distinct(StringComparer.Ordinal)],
            known.Count(ids => ids.Count > 0) + answers.Count(answer => answer.Status == HttpStatusCode.NotFound) == answers.Length);
    }

    /// <summary>Most servers tell strangers of accounts, and refuse it to a token that is for statuses alone.</summary>
    private async Task<MastodonAnswer> AccountAsync(MastodonInstance instance, string path, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync(instance, path, cancellationToken);
        return answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden && !string.IsNullOrEmpty(instance.AccessToken)
            ? await client.GetAsync(new MastodonInstance { Url = instance.Url }, path, cancellationToken)
            : answer;
    }

    private static string Path(SearchQuery query) =>
        $"/api/v1/timelines/tag/{Uri.EscapeDataString(query.Hashtag)}?limit={MostStatuses.ToString(CultureInfo.InvariantCulture)}"
        + (query.Cursor is { } cursor ? $"&max_id={Uri.EscapeDataString(cursor)}" : "");

    private static SearchPage.Found Page(SearchQuery query, List<MastodonStatus> statuses, MastodonAnswer answer)
    {
        // A full page goes on even where the header that says so was lost on the way.
        var next = answer.NextId ?? (answer.Body.GetArrayLength() >= MostStatuses && statuses.Count > 0 ? statuses[^1].LocalId : null);
        var goesOn = next is { Length: > 0 and <= LongestId } && statuses.Count > 0 && statuses[^1].Latest >= query.From;
        var stuck = goesOn && next == query.Cursor;
        return new([.. statuses.Select(status => status.Item).Where(item => query.Covers(item.CreatedAt))], goesOn && !stuck ? next : null, stuck)
        {
            ReadBackTo = statuses.Count > 0 ? statuses[^1].Latest : null,
        };
    }
}
