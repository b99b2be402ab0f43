namespace Campaigns.Listening.Search;

/// <summary>
/// Who may be asked now, within this process: a few searches of one server at a time, so that a slow one never takes every worker, and none
/// of a server that asked to wait.
/// </summary>
public sealed class SearchTurns
{
    /// <summary>How many searches of one server are under way at a time: well below the messages that a host works on.</summary>
    public const int MostAtOnce = 3;

    private readonly Lock turn = new();
    private readonly Dictionary<string, int> underWay = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> waits = new(StringComparer.Ordinal);

    /// <summary>How many servers are remembered: those that are being asked, and those whose wait has not been seen to end.</summary>
    public int Servers
    {
        get
        {
            lock (turn)
            {
                return underWay.Keys.Union(waits.Keys).Count();
            }
        }
    }

    /// <summary>Takes a turn, if there is one; who took it gives it back with <see cref="Leave"/>.</summary>
    /// <param name="server">The server.</param>
    public bool TryEnter(string server)
    {
        lock (turn)
        {
            var count = underWay.GetValueOrDefault(server);
            if (count == MostAtOnce)
            {
                return false;
            }

            underWay[server] = count + 1;
            return true;
        }
    }

    /// <summary>Gives a turn back.</summary>
    /// <param name="server">The server.</param>
    public void Leave(string server)
    {
        lock (turn)
        {
            if (underWay.TryGetValue(server, out var count) && count > 1)
            {
                underWay[server] = count - 1;
            }
            else
            {
                underWay.Remove(server);
            }
        }
    }

    /// <summary>Remembers that a server asked to wait.</summary>
    /// <param name="server">The server.</param>
    /// <param name="until">Until when.</param>
    public void Wait(string server, DateTimeOffset until)
    {
        lock (turn)
        {
            waits[server] = until;
        }
    }

    /// <summary>Until when a server asked to wait; null where it did not, or that is over.</summary>
    /// <param name="server">The server.</param>
    /// <param name="now">The time.</param>
    public DateTimeOffset? WaitsUntil(string server, DateTimeOffset now)
    {
        lock (turn)
        {
            foreach (var over in waits.Where(wait => wait.Value <= now).ToList())
            {
                waits.Remove(over.Key);
            }

            return waits.TryGetValue(server, out var until) ? until : null;
        }
    }
}
