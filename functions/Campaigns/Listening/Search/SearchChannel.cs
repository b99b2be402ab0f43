using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Campaigns.Listening.Search;

/// <summary>Searches one channel for one hashtag.</summary>
/// <param name="searcher">Does it.</param>
public sealed class SearchChannel(Searcher searcher)
{
    /// <summary>The trigger.</summary>
    /// <param name="message">A <see cref="SearchMessage"/>.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    [Function(nameof(SearchChannel))]
    public Task Run(
        [QueueTrigger($"%{SearchOptions.SectionName}:{nameof(SearchOptions.SearchesQueue)}%")] QueueMessage message,
        CancellationToken cancellationToken) => searcher.SearchAsync(SearchMessage.Read(message.MessageText), cancellationToken);
}
