using System.Collections.Concurrent;
using Campaigns.Listening.Cells;

namespace Campaigns.Results;

/// <summary>Keeps roll-ups to a fifth of this process's time: a campaign that takes long to roll up is rolled up less often.</summary>
/// <param name="time">The clock.</param>
public sealed class RollUpPace(TimeProvider time)
{
    private const int RestPerWork = 4;

    /// <summary>Figures lag no more than a minute: this, the request's own delay and the roll-up itself stay below it.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<RollUpMessage, DateTimeOffset> restsUntil = new();

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
        var rest = took * RestPerWork;
        restsUntil[campaign] = time.GetUtcNow() + (rest < LongestRest ? rest : LongestRest);
    }
}
