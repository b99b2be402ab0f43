namespace Campaigns.Channels.Bluesky;

/// <summary>Looks up how many follow the authors of posts, which a search does not say.</summary>
internal sealed class BlueskyFollowers(BlueskyReader reader, TimeProvider clock)
{
    /// <summary>How many profiles one request asks for.</summary>
    public const int AtOnce = 25;

    /// <summary>Fills in what the network knows; stops where it asks to wait.</summary>
    /// <returns>The items with followers, how many requests it took, and whether the network asks to wait.</returns>
    public async Task<(IReadOnlyList<FoundItem> Items, int Requests, SearchPage.RateLimited? Wait)> FillInAsync(
        IReadOnlyList<FoundItem> items, CancellationToken cancellationToken)
    {
        var followers = new Dictionary<string, long?>(StringComparer.Ordinal);
        var requests = 0;
        foreach (var authors in items.Select(item => item.AuthorId).OfType<string>().Distinct(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var reading = await reader.AskAsync("app.bsky.actor.getProfiles", cancellationToken, [.. authors.Select(author => ("actors", author))]);
            requests += reading.Requests;
            if (BlueskyAnswers.Wait(reading, clock.GetUtcNow()) is { } wait)
            {
                return (items, requests, wait);
            }

            // Where the profiles are not to be had for another reason, the posts still are: their reach stays unknown.
            foreach (var profile in reading.Answer is { Good: true } good ? good.Body.Field("profiles").Items() : [])
            {
                if (profile.Text("did") is { } did)
                {
                    followers[did] = FoundRules.Followers(profile.Number("followersCount"));
                }
            }
        }

        return ([.. items.Select(item => item with { Followers = item.AuthorId is { } id ? followers.GetValueOrDefault(id) : null })], requests, null);
    }
}
