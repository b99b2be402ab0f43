namespace Campaigns.Channels;

/// <summary>A channel that can be searched for what people say with a hashtag.</summary>
public interface ISearch
{
    /// <summary>The channel's name in campaigns and mentions.</summary>
    string Channel { get; }

    /// <summary>Whether the engine is set up to search it.</summary>
    bool IsConfigured { get; }

    /// <summary>What the channel allows, and what it costs.</summary>
    SearchTerms Terms { get; }

    /// <summary>
    /// The places that the engine is set up to ask, where a channel has more than one (Mastodon's instances): each query names one of them as its
    /// <see cref="SearchQuery.Feed"/>. Null where the places come from the campaign, or where the channel is one place.
    /// </summary>
    IReadOnlyList<Uri>? Places => null;

    /// <summary>Whether a campaign's own plan names the places that are asked for it.</summary>
    bool ReadsPlan => Terms.IsPerFeed && Places is null;

    /// <summary>Asks for one page of what the channel shows for the query, newest first. Whatever the far side does is an answer, never an exception.</summary>
    /// <param name="query">What to look for, where and from when to when.</param>
    /// <param name="cancellationToken">Stops waiting; the only thing that throws.</param>
    Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken);

    /// <summary>Whether the channel can tell how much a hashtag was used lately: what it then does not answer is a failure.</summary>
    bool TellsRecentUse => false;

    /// <summary>How much a hashtag was used lately, by anybody; null where the channel cannot tell or does not answer.</summary>
    /// <param name="hashtag">The hashtag as it compares, without its <c>#</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<RecentUse?> RecentUseAsync(string hashtag, CancellationToken cancellationToken) => Task.FromResult<RecentUse?>(null);

    /// <summary>Whose a handle is; null where the channel cannot tell. Whatever the far side does is an answer, never an exception.</summary>
    /// <param name="handle">The handle without <c>@</c> before it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<AccountIds?> IdsOfAsync(string handle, CancellationToken cancellationToken) => Task.FromResult<AccountIds?>(null);
}
