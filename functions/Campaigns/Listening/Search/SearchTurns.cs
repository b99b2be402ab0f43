using System.Collections.Concurrent;

namespace Campaigns.Listening.Search;

/// <summary>
/// Who may be asked now, within this process: a few searches of one server at a time, so that a slow one never takes every worker, and none
/// of a server that asked to wait.
/// </summary>
public sealed class SearchTurns
{
    /// <summary>How many searches of one server are under way at a time: well below the messages that a host works on.</summary>
    public const int MostAtOnce = 3;

    private readonly ConcurrentDictionary<string, int> underWay = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> waits = new(StringComparer.Ordinal);

    /// <summary>Takes a turn, if there is one; who took it gives it back with <see cref="Leave"/>.</summary>
    /// <param name="server">The server.</param>
    public bool TryEnter(string server)
    {
        if (underWay.AddOrUpdate(server, 1, static (_, count) => count + 1) <= MostAtOnce)
        {
            return true;
        }

        Leave(server);
        return false;
    }

    /// <summary>Gives a turn back.</summary>
    /// <param name="server">The server.</param>
    public void Leave(string server) => underWay.AddOrUpdate(server, 0, static (_, count) => count - 1);

    /// <summary>Remembers that a server asked to wait.</summary>
    /// <param name="server">The server.</param>
    /// <param name="until">Until when.</param>
    public void Wait(string server, DateTimeOffset until) => waits[server] = until;

    /// <summary>Until when a server asked to wait; null where it did not, or that is over.</summary>
    /// <param name="server">The server.</param>
    /// <param name="now">The time.</param>
    public DateTimeOffset? WaitsUntil(string server, DateTimeOffset now) => waits.TryGetValue(server, out var until) && until > now ? until : null;
}
