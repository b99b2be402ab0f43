using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Campaigns.Http;
using Campaigns.Storage;
using Microsoft.Extensions.Options;

namespace Campaigns.Planning;

/// <summary>The engine's one key under which other keys rest, by AES-256-GCM: each is bound to what it is for, and opens for nothing else.</summary>
/// <param name="storage">Where a local engine keeps it.</param>
/// <param name="options">Its setting.</param>
/// <param name="place">In Azure the setting is required.</param>
public sealed class WrappingKey(StorageRim storage, IOptions<PrivacyOptions> options, HostPlace place) : IDisposable
{
    private const byte Version = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int KeySize = 32;

    private readonly SemaphoreSlim turn = new(1);
    private byte[]? wrappingKey;

    /// <summary>Wraps a key.</summary>
    /// <param name="key">The key, or whatever else is as secret.</param>
    /// <param name="binding">What it is for.</param>
    /// <param name="cancellationToken">Cancels reading the wrapping key.</param>
    public async Task<byte[]> WrapAsync(byte[] key, string binding, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        using var aes = new AesGcm(await ReadAsync(cancellationToken), TagSize);
        var wrapped = new byte[1 + NonceSize + TagSize + key.Length];
        wrapped[0] = Version;
        RandomNumberGenerator.Fill(wrapped.AsSpan(1, NonceSize));
        aes.Encrypt(wrapped.AsSpan(1, NonceSize), key, wrapped.AsSpan(1 + NonceSize + TagSize), wrapped.AsSpan(1 + NonceSize, TagSize), Encoding.UTF8.GetBytes(binding));
        return wrapped;
    }

    /// <summary>Opens a key.</summary>
    /// <param name="wrapped">As <see cref="WrapAsync"/> gave it.</param>
    /// <param name="binding">What it is for.</param>
    /// <param name="cancellationToken">Cancels reading the wrapping key.</param>
    /// <exception cref="CryptographicException">It was wrapped under another key, for something else, or in a form that this version does not know.</exception>
    public async Task<byte[]> OpenAsync(byte[] wrapped, string binding, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wrapped);
        if (wrapped.Length <= 1 + NonceSize + TagSize || wrapped[0] != Version)
        {
            throw new CryptographicException("A wrapped key is of a form that this version does not know.");
        }

        using var aes = new AesGcm(await ReadAsync(cancellationToken), TagSize);
        var key = new byte[wrapped.Length - 1 - NonceSize - TagSize];
        aes.Decrypt(wrapped.AsSpan(1, NonceSize), wrapped.AsSpan(1 + NonceSize + TagSize), wrapped.AsSpan(1 + NonceSize, TagSize), key, Encoding.UTF8.GetBytes(binding));
        return key;
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        if (wrappingKey is not null)
        {
            return wrappingKey;
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            return wrappingKey ??= options.Value.WrappingKey is { Length: > 0 } configured
                ? Convert.FromBase64String(configured)
                : await LocalKeyAsync(cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Locally the key is made once and kept beside the data: whoever inserts the row first has made it.</summary>
    private async Task<byte[]> LocalKeyAsync(CancellationToken cancellationToken)
    {
        if (place.InAzure)
        {
            throw new InvalidOperationException($"{PrivacyOptions.SectionName}:WrappingKey is not set: in Azure it is a Key Vault reference to 32 random bytes in base64.");
        }

        var table = storage.Table(TableNames.Engine);
        try
        {
            await table.AddEntityAsync(new TableEntity("engine", "wrappingKey") { ["Key"] = RandomNumberGenerator.GetBytes(KeySize) }, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == 409)
        {
            // It was made before; read below.
        }

        return (await table.GetEntityAsync<TableEntity>("engine", "wrappingKey", cancellationToken: cancellationToken)).Value.GetBinary("Key")
            ?? throw new InvalidOperationException("The wrapping key's row holds no key.");
    }
}
