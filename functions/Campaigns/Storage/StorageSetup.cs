using Azure;
using Microsoft.Extensions.Hosting;

namespace Campaigns.Storage;

/// <summary>Makes the tables and queues that are missing before the first trigger fires; in Azure they are there already.</summary>
/// <param name="storage">The account.</param>
/// <param name="queues">Every queue of the features.</param>
/// <param name="time">The clock.</param>
public sealed class StorageSetup(StorageRim storage, IEnumerable<EngineQueue> queues, TimeProvider time) : IHostedService
{
    // Azure keeps the name of a table or queue that was deleted for half a minute and longer, and the emulator does not.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>How long it waits before it tries again.</summary>
    internal TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.WhenAll(
    [
        .. TableNames.All.Select(name => MakeAsync(() => storage.Table(name).CreateIfNotExistsAsync(cancellationToken), cancellationToken)),
        .. queues.Select(queue => MakeAsync(() => storage.Queue(queue.Name).CreateIfNotExistsAsync(cancellationToken: cancellationToken), cancellationToken)),
    ]);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task MakeAsync(Func<Task> make, CancellationToken cancellationToken)
    {
        for (var begun = time.GetUtcNow(); ; await Task.Delay(Pause, time, cancellationToken))
        {
            try
            {
                await make();
                return;
            }
            catch (RequestFailedException fault) when (fault.ErrorCode is "TableBeingDeleted" or "QueueBeingDeleted" && time.GetUtcNow() - begun < Longest)
            {
                // Somebody deleted it a moment ago, as before a restore.
            }
        }
    }
}
