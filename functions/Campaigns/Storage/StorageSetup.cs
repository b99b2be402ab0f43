using Microsoft.Extensions.Hosting;

namespace Campaigns.Storage;

/// <summary>Makes the tables and queues that are missing before the first trigger fires; in Azure they are there already.</summary>
/// <param name="storage">The account.</param>
/// <param name="queues">Every queue of the features.</param>
public sealed class StorageSetup(StorageRim storage, IEnumerable<EngineQueue> queues) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.WhenAll(
    [
        .. TableNames.All.Select(name => (Task)storage.Table(name).CreateIfNotExistsAsync(cancellationToken)),
        .. queues.Select(queue => (Task)storage.Queue(queue.Name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
    ]);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
