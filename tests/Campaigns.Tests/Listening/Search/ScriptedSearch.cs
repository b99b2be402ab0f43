using System.Collections.Concurrent;
using Campaigns.Channels;

namespace Campaigns.Tests.Listening.Search;

/// <summary>
/// The far side: a channel that remembers items, shows each from when it took it in, a page at a time and the newest first, and answers otherwise
/// where a test says so.
/// </summary>
internal sealed class ScriptedSearch(TimeProvider clock, string channel = "bluesky") : ISearch
{
    private readonly ConcurrentDictionary<string, (FoundItem Item, DateTimeOffset Shown)> items = new();

    public string Channel => channel;

    public bool IsConfigured { get; set; } = true;

    public SearchTerms Terms { get; set; } = new(10, null, false, TimeSpan.FromMinutes(30), 0, 0, "USD");

    public IReadOnlyList<Uri>? Places { get; set; }

    /// <summary>How many items of one window it shows at most; null for all.</summary>
    public int? ShowsAtMost { get; set; }

    /// <summary>Whether it says up to when back it was read.</summary>
    public bool TellsReadBack { get; set; } = true;

    /// <summary>What it says of whose a handle is.</summary>
    public Func<string, AccountIds?> Ids { get; set; } = static _ => null;

    /// <summary>What was asked, in order.</summary>
    public ConcurrentQueue<SearchQuery> Asked { get; } = [];

    /// <summary>Runs before it answers; an answer is given instead of its own.</summary>
    public Func<SearchQuery, CancellationToken, Task<SearchPage?>> Before { get; set; } = static (_, _) => Task.FromResult<SearchPage?>(null);

    public void Say(string id, DateTimeOffset at, string text = "Give blood #MissingType", TimeSpan? late = null, string? author = null) =>
        items[id] = (new FoundItem { Id = id, CreatedAt = at, Text = text, AuthorId = author ?? $"author of {id}", Followers = 100 }, at + (late ?? TimeSpan.Zero));

    public Task<AccountIds?> IdsOfAsync(string handle, CancellationToken cancellationToken) => Task.FromResult(Ids(handle));

    public void Answers(SearchPage? page) => Before = (_, _) => Task.FromResult(page);

    public async Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        Asked.Enqueue(query);
        if (await Before(query, cancellationToken) is { } other)
        {
            return other;
        }

        var found = items.Values
            .Where(one => one.Shown <= clock.GetUtcNow() && one.Item.CreatedAt >= query.From && one.Item.CreatedAt < query.To)
            .Where(one => one.Item.Text.Contains("#" + query.Hashtag, StringComparison.OrdinalIgnoreCase))
            .Select(one => one.Item).OrderByDescending(item => item.CreatedAt).ThenBy(item => item.Id, StringComparer.Ordinal).ToList();
        var from = query.Cursor is { } cursor ? int.Parse(cursor, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var shown = Math.Min(found.Count, ShowsAtMost ?? int.MaxValue);
        var page = found.Take(shown).Skip(from).Take(Terms.PageSize).ToList();
        var to = from + page.Count;
        return new SearchPage.Found(page, to < shown ? $"{to}" : null, to >= shown && shown < found.Count)
        {
            ReadBackTo = TellsReadBack && page.Count > 0 ? page[^1].CreatedAt.AddTicks(1) : null,
        };
    }
}
