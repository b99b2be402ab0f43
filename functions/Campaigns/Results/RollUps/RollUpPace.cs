using System.Collections.Concurrent;
using Campaigns.Listening.Cells;

namespace Campaigns.Results.RollUps;

/// <summary>Keeps roll-ups to a fifth of this process's time: a campaign that takes long to roll up is rolled up less often.</summary>
/// <param name="time">The clock.</param>
public sealed class RollUpPace(TimeProvider time)
{
    private const int RestPerWork = 4;

    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Figures lag no more than a minute. The worst change comes just after a roll-up has read its cell: it waits for the rest of that roll-up,
    /// then for the campaign's rest, then for the next one; queues and clocks get what is left of the minute.
    /// </summary>
    private static readonly TimeSpan WorkAndRest = TimeSpan.FromSeconds(50);

    private readonly ConcurrentDictionary<RollUpMessage, DateTimeOffset> restsUntil = new();

    /// <summary>How many campaigns rest, or rested when one was rolled up last.</summary>
    public int Resting => restsUntil.Count;

    /// <summary>How long a campaign's next roll-up should wait; zero where it may run.</summary>
    /// <param name="campaign">The campaign.</param>
    public TimeSpan RestOf(RollUpMessage campaign)
    {
        var rest = restsUntil.GetValueOrDefault(campaign) - time.GetUtcNow();
        return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
    }

    /// <summary>Notes a roll-up.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="took">How long it took.</param>
    public void Done(RollUpMessage campaign, TimeSpan took)
    {
        TimeSpan[] bounds = [took * RestPerWork, LongestRest, WorkAndRest - (took * 2)];
        var now = time.GetUtcNow();
        foreach (var over in restsUntil.Where(rest => rest.Value <= now))
        {
            restsUntil.TryRemove(over);
        }

        restsUntil[campaign] = now + bounds.Min();
    }
}
