namespace Campaigns.Channels;

/// <summary>Reads when a server wants to be asked again: never at once, and never so late that nobody would notice that it meant something else.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Default = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static DateTimeOffset Until(DateTimeOffset? said, DateTimeOffset now)
    {
        var until = said ?? now + Default;
        return until <= now ? now + TimeSpan.FromSeconds(1) : until > now + Longest ? now + Longest : until;
    }
}
