using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Campaigns.Http;
using Campaigns.Storage;
using Microsoft.Extensions.Options;

namespace Campaigns.Planning;

/// <summary>
/// Makes and opens campaigns' data keys (256 bits, under which people and mentions become keyed hashes). A data key rests only wrapped
/// by AES-256-GCM under the engine's wrapping key, bound to its campaign and generation.
/// </summary>
/// <param name="storage">Where a local engine keeps its wrapping key.</param>
/// <param name="options">The wrapping key's setting.</param>
/// <param name="place">In Azure the setting is required.</param>
public sealed class DataKeys(StorageRim storage, IOptions<PrivacyOptions> options, HostPlace place) : IDisposable
{
    private const byte Version = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int KeySize = 32;

    private readonly SemaphoreSlim turn = new(1);
    private byte[]? wrappingKey;

    /// <summary>Makes a data key and wraps it.</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels reading the wrapping key.</param>
    /// <returns>The wrapped key.</returns>
    public async Task<byte[]> MakeAsync(CampaignId id, string generation, CancellationToken cancellationToken)
    {
        using var aes = new AesGcm(await WrappingKeyAsync(cancellationToken), TagSize);
        var wrapped = new byte[1 + NonceSize + TagSize + KeySize];
        wrapped[0] = Version;
        RandomNumberGenerator.Fill(wrapped.AsSpan(1, NonceSize));
        var key = RandomNumberGenerator.GetBytes(KeySize);
        aes.Encrypt(wrapped.AsSpan(1, NonceSize), key, wrapped.AsSpan(1 + NonceSize + TagSize), wrapped.AsSpan(1 + NonceSize, TagSize), Binding(id, generation));
        CryptographicOperations.ZeroMemory(key);
        return wrapped;
    }

    /// <summary>Opens a campaign's data key.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellationToken">Cancels reading the wrapping key.</param>
    /// <returns>The 32 bytes.</returns>
    /// <exception cref="CryptographicException">The wrapping key is another one than the one it was wrapped under.</exception>
    public async Task<byte[]> OpenAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var wrapped = campaign.WrappedDataKey;
        if (wrapped.Length != 1 + NonceSize + TagSize + KeySize || wrapped[0] != Version)
        {
            throw new CryptographicException($"The data key of campaign {campaign.Id} is of a form that this version does not know.");
        }

        using var aes = new AesGcm(await WrappingKeyAsync(cancellationToken), TagSize);
        var key = new byte[KeySize];
        aes.Decrypt(wrapped.AsSpan(1, NonceSize), wrapped.AsSpan(1 + NonceSize + TagSize), wrapped.AsSpan(1 + NonceSize, TagSize), key, Binding(campaign.Id, campaign.Generation));
        return key;
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private static byte[] Binding(CampaignId id, string generation) => Encoding.UTF8.GetBytes($"campaign data key|{id}|{generation}");

    private async Task<byte[]> WrappingKeyAsync(CancellationToken cancellationToken)
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
