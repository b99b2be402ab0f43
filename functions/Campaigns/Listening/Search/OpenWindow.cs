using System.Text.Json.Serialization;

namespace Campaigns.Listening.Search;

/// <summary>A span of time that is still to be searched.</summary>
/// <param name="From">Its first second, since 1970.</param>
/// <param name="To">Its end, exclusive.</param>
/// <param name="NewFrom">From when on nothing was searched before: what lies earlier is looked through again for what came late.</param>
/// <param name="Depth">How often it was halved because the channel did not show all of a longer one.</param>
internal sealed record OpenWindow(long From, long To, long NewFrom, int Depth)
{
    /// <summary>Where the next page goes on; null where the newest is next.</summary>
    public string? Cursor { get; init; }

    /// <summary>Everything from here on was read; null where that is unknown.</summary>
    public long? ReadBackTo { get; init; }

    /// <summary>How many pages were read.</summary>
    public int Pages { get; init; }

    /// <summary>How often in a row it was asked for in vain.</summary>
    public int Failures { get; init; }

    /// <summary>Requests that no segment accounts for yet.</summary>
    public long Asked { get; init; }

    /// <summary>Mentions that no segment accounts for yet.</summary>
    public long Got { get; init; }

    /// <summary>The end of what was not read.</summary>
    [JsonIgnore]
    public long UnreadTo => ReadBackTo ?? To;

    /// <summary>Whether nothing of it was read.</summary>
    [JsonIgnore]
    public bool IsUntouched => Cursor is null && ReadBackTo is null && Depth == 0;
}
