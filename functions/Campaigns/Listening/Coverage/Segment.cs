namespace Campaigns.Listening.Coverage;

/// <summary>A span of time that was searched in one way.</summary>
/// <param name="From">The first second, since 1970.</param>
/// <param name="To">The end, exclusive.</param>
/// <param name="State">How.</param>
/// <param name="Asked">How many requests were made for it.</param>
/// <param name="Got">How many mentions they brought.</param>
public readonly record struct Segment(long From, long To, SearchState State, long Asked, long Got)
{
    /// <summary>How many seconds it is long.</summary>
    public long Length => To - From;
}
