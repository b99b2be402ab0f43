using Campaigns.Planning;

namespace Campaigns.Results.Feed;

/// <summary>Reads the results of campaigns for the sets that are made of them.</summary>
/// <param name="results">Reads results.</param>
/// <param name="changes">When they changed.</param>
public sealed class FeedResults(ResultsReader results, FeedChanges changes)
{
    /// <summary>Reads a campaign's results, and before them when they changed last.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="scope">What is asked for, which takes down of which moment they are.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    internal async Task<(ResultsResponse Results, DateTimeOffset ChangedAt)> ReadAsync(Campaign campaign, FeedScope scope, CancellationToken cancellationToken)
    {
        var changedAt = await changes.OfResultsAsync(campaign, scope.Request, cancellationToken);
        var read = await results.OfAsync(campaign, scope.Request, cancellationToken) ?? throw new FeedChangingException();
        scope.Reads.Note(campaign, read.AsOf);
        return (read, changedAt);
    }
}
