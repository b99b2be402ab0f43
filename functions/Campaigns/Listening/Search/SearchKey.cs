using System.Security.Cryptography;
using System.Text;
using Campaigns.Listening.Coverage;

namespace Campaigns.Listening.Search;

/// <summary>What is searched: one hashtag in one place of one channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Place">The feed or the server; null where the channel is one place.</param>
/// <param name="Hashtag">The hashtag, folded.</param>
public sealed record SearchKey(string Channel, Uri? Place, string Hashtag)
{
    /// <summary>The row of its ledger and cursor.</summary>
    public string Row { get; } = $"{CoverageTable.SearchPrefix}{Channel}|{Hashtag}|{HashOf(Place)}";

    /// <summary>Two that share it are asked of the same server.</summary>
    public string Server => Place is null ? Channel : $"{Channel} {Place.Authority}";

    private static string HashOf(Uri? place) => place is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place.AbsoluteUri)).AsSpan(0, 8));
}
