using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;

namespace Campaigns.Storage;

/// <summary>The container of backups: small blobs that are written whole, each under the condition that its writer names.</summary>
/// <param name="storage">The account.</param>
/// <param name="options">The container's name.</param>
public sealed class BackupBlobs(StorageRim storage, IOptions<BackupOptions> options)
{
    private readonly BlobContainerClient container = storage.Container(options.Value.Container);

    /// <summary>Writes a blob.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">What is in it.</param>
    /// <param name="before">The tag of the blob that it replaces, or null for a new one.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>Its tag, or null where another writer was faster.</returns>
    public async Task<ETag?> WriteAsync(string name, BinaryData bytes, ETag? before, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var conditions = before is { } tag ? new BlobRequestConditions { IfMatch = tag } : new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            return await UploadAsync(container.GetBlobClient(name), bytes, new BlobUploadOptions { Conditions = conditions }, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            return null;
        }
    }

    /// <summary>Reads a blob; null where there is none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<(BinaryData Bytes, ETag ETag)?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var read = (await container.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value;
            return (read.Content, read.Details.ETag);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The names of the blobs that start with a text, in their order.</summary>
    /// <param name="prefix">The text.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        try
        {
            return await container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellationToken).Select(blob => blob.Name).ToListAsync(cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return [];
        }
    }

    /// <summary>Removes a blob.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public Task RemoveAsync(string name, CancellationToken cancellationToken) => container.DeleteBlobIfExistsAsync(name, cancellationToken: cancellationToken);

    /// <summary>Asks whether the account's blobs answer.</summary>
    /// <param name="cancellationToken">Cancels the question.</param>
    public async Task AskAsync(CancellationToken cancellationToken) => await container.ExistsAsync(cancellationToken);

    /// <summary>The container is made by its first blob.</summary>
    private async Task<ETag> UploadAsync(BlobClient blob, BinaryData bytes, BlobUploadOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return (await blob.UploadAsync(bytes, options, cancellationToken)).Value.ETag;
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            return (await blob.UploadAsync(bytes, options, cancellationToken)).Value.ETag;
        }
    }
}
