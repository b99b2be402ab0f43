using Campaigns.Storage;

namespace Campaigns.Listening.Search;

/// <summary>
/// Who may be asked now, within this process: a few searches of one server at a time, so that a slow one never takes every worker, fewer of the
/// feeds of one campaign, whatever servers it names, and none of a server that asked to wait.
/// </summary>
public sealed class SearchTurns
{
    /// <summary>How many searches of one server are under way at a time: well below the messages that a host works on.</summary>
    public const int MostAtOnce = 3;

    /// <summary>How many searches of the feeds of one campaign are under way at a time: fewer than one server has turns, so that others have some of each.</summary>
    public const int MostOfCampaign = 2;

    private readonly Turns servers = new(MostAtOnce);
    private readonly Turns campaigns = new(MostOfCampaign);
    private readonly Lock turn = new();
    private readonly Dictionary<string, DateTimeOffset> waits = new(StringComparer.Ordinal);

    /// <summary>How many servers are remembered: those that are being asked, and those whose wait has not been seen to end.</summary>
    public int Servers
    {
        get
        {
            lock (turn)
            {
                return servers.Owners.Union(waits.Keys).Count();
            }
        }
    }

    /// <summary>Takes a turn, if there is one; who took it gives it back with <see cref="Leave"/>.</summary>
    /// <param name="server">The server.</param>
    /// <param name="campaign">The campaign whose plan names the place; null where the engine's settings do.</param>
    public bool TryEnter(string server, string? campaign)
    {
        if (!servers.TryEnter(server))
        {
            return false;
        }

        if (campaign is null || campaigns.TryEnter(campaign))
        {
            return true;
        }

        servers.Leave(server);
        return false;
    }

    /// <summary>Gives a turn back.</summary>
    /// <param name="server">The server.</param>
    /// <param name="campaign">The campaign, as it was when the turn was taken.</param>
    public void Leave(string server, string? campaign)
    {
        servers.Leave(server);
        if (campaign is not null)
        {
            campaigns.Leave(campaign);
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
