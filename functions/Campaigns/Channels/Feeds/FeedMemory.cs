using System.Collections.Concurrent;
using System.Net.Http.Headers;

namespace Campaigns.Channels.Feeds;

/// <summary>Feeds as they were last read, each with what its server calls that version. It is forgotten with the process.</summary>
internal sealed class FeedMemory
{
    private const int MostFeeds = 64;
    private const int MostCharacters = 250_000;

    private readonly ConcurrentDictionary<Uri, Version> versions = new();

    public Version? Find(Uri address) => versions.GetValueOrDefault(address);

    public void Keep(Uri address, Feed feed, HttpResponseMessage response)
    {
        var version = new Version(feed, response.Headers.ETag, response.Content.Headers.LastModified);
        if ((version.Tag ?? (object?)version.Since) is null || feed.Items.Sum(item => (long)item.Text.Length) > MostCharacters)
        {
            versions.TryRemove(address, out _);
            return;
        }

        if (versions.Count >= MostFeeds && !versions.ContainsKey(address))
        {
            versions.TryRemove(versions.Keys.First(), out _);
        }

        versions[address] = version;
    }

    /// <summary>One version of a feed.</summary>
    public sealed record Version(Feed Feed, EntityTagHeaderValue? Tag, DateTimeOffset? Since)
    {
        /// <summary>Asks for the feed only where it is another one by now.</summary>
        public void Ask(HttpRequestHeaders headers)
        {
            if (Tag is not null)
            {
                headers.IfNoneMatch.Add(Tag);
            }

            headers.IfModifiedSince = Since;
        }
    }
}
