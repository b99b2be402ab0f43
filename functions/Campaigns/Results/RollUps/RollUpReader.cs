using Campaigns.Planning;

namespace Campaigns.Results.RollUps;

/// <summary>
/// Reads roll-ups whole. A summary carries a stamp of the rows that were written with it; rows that give another stamp belong to another roll-up,
/// which is under way or broke off, and all is read again.
/// </summary>
/// <param name="summaries">Where roll-ups rest.</param>
/// <param name="time">The clock.</param>
public sealed class RollUpReader(SummaryTable summaries, TimeProvider time)
{
    /// <summary>Reads a campaign's roll-up: a point read, and a range query for the days and for the supporters each, however long the campaign is.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="withSupporters">Whether its supporters are read too.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <returns>Null where a roll-up came between the reads each time, or one broke off and none has mended it yet.</returns>
    public Task<RolledUp?> ReadAsync(Campaign campaign, bool withSupporters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return OneMoment.ReadAsync(() => OnceAsync(campaign.Id.Value, campaign.Generation, withSupporters, cancellationToken), time, cancellationToken);
    }

    private async Task<RolledUp?> OnceAsync(string id, string generation, bool withSupporters, CancellationToken cancellationToken)
    {
        var found = summaries.FindAsync(id, generation, cancellationToken);
        var asked = withSupporters ? summaries.ReadSupporterRowsAsync(id, generation, cancellationToken) : null;
        var (days, stamp) = await summaries.ReadDayRowsAsync(id, generation, cancellationToken);
        var (supporters, supportersStamp) = asked is null ? ([], null) : await asked;
        if (await found is not { Summary: { } summary } stored)
        {
            return new RolledUp(null, [], []) { HasSupporters = withSupporters };
        }

        return IsOf(summary, days, stamp) && summary.IsOfSupporters(supportersStamp)
            ? new RolledUp(summary, days, supporters) { HasSupporters = withSupporters, WrittenAt = stored.WrittenAt }
            : null;
    }

    /// <summary>Whether days are those of a summary. One of an earlier version has no stamp: there the sums must do.</summary>
    private static bool IsOf(Summary summary, IReadOnlyList<DayTotals> days, string stamp) => summary.DaysStamp is { } known
        ? known == stamp
        : summary.Totals.Mentions == days.Sum(day => day.Totals.Mentions) && summary.Totals.Uses.Values.Sum() == days.Sum(day => day.Totals.Uses.Values.Sum());
}
