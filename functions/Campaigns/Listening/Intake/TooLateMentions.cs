using Campaigns.Listening.Cells;
using Campaigns.Listening.Coverage;
using Campaigns.Planning;

namespace Campaigns.Listening.Intake;

/// <summary>Mentions of one request that came for campaigns whose retention is over: nothing is kept of them but how many they were.</summary>
internal sealed class TooLateMentions
{
    private readonly Dictionary<(CellId Hour, string Channel), long> counts = [];

    /// <summary>Counts a mention.</summary>
    /// <returns>True.</returns>
    public bool Add(Campaign campaign, Mention mention)
    {
        var place = (new CellId(campaign.Id.Value, campaign.Generation, mention.CreatedAt!.Value / 3600), mention.Channel!);
        counts[place] = counts.GetValueOrDefault(place) + 1;
        return true;
    }

    /// <summary>Tells coverage of them.</summary>
    public async Task SaveAsync(CoverageTable coverage, CancellationToken cancellationToken)
    {
        foreach (var ((hour, channel), mentions) in counts)
        {
            await coverage.AddTooLateAsync(hour, channel, mentions, cancellationToken);
        }
    }
}
