using Campaigns.Listening.Search;

namespace Campaigns.Listening.Erasures;

/// <summary>
/// Asks the channel whose a handle is, where that is all that is given: most mentions come with the account's id, and are counted under it alone. It is
/// asked while the request is answered, so that the handle need not be kept.
/// </summary>
/// <param name="searches">Knows the channels' servers.</param>
public sealed class AuthorLookUp(SearchDirectory searches)
{
    private const string OnlyById = "mentions that came with the account's id are only found by authorId";

    /// <summary>Adds what the channel knows.</summary>
    /// <param name="author">Who is to be erased.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>Who, and what may stay behind; null where nothing does.</returns>
    internal async Task<(AuthorName Author, string? Warning)> CompleteAsync(AuthorName author, CancellationToken cancellationToken)
    {
        if (author is { Handle: null } or { Id: not null })
        {
            return (author, null);
        }

        var channel = author.Channel.Name;
        return searches.Find(channel) is { } search && await search.IdsOfAsync(author.Handle, cancellationToken) is { } known
            ? (author with { Known = known.Ids }, Warning(channel, known.Ids.Count > 0, known.IsComplete))
            : (author, $"By its handle alone the engine cannot find out the account's id on {channel}: {OnlyById}. Ask again with both.");
    }

    private static string? Warning(string channel, bool isKnown, bool isComplete) => (isKnown, isComplete) switch
    {
        (true, true) => null,
        (_, false) => $"{channel} could not be asked just now whose handle it is: {OnlyById}. Ask again later, or with both.",
        _ => $"Nobody has this handle on {channel} now: {OnlyById}. Where the account had it once, ask again with both.",
    };
}
