using System.Security.Cryptography;

namespace Campaigns.Planning;

/// <summary>
/// Makes and opens campaigns' data keys (256 bits, under which people and mentions become keyed hashes). A data key rests only wrapped
/// under the engine's wrapping key, bound to its campaign and generation.
/// </summary>
/// <param name="wrapping">Wraps them.</param>
public sealed class DataKeys(WrappingKey wrapping)
{
    /// <summary>Makes a data key and wraps it.</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="cancellationToken">Cancels reading the wrapping key.</param>
    /// <returns>The wrapped key.</returns>
    public async Task<byte[]> MakeAsync(CampaignId id, string generation, CancellationToken cancellationToken)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var wrapped = await wrapping.WrapAsync(key, Binding(id, generation), cancellationToken);
        CryptographicOperations.ZeroMemory(key);
        return wrapped;
    }

    /// <summary>Opens a campaign's data key.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellationToken">Cancels reading the wrapping key.</param>
    /// <returns>The 32 bytes.</returns>
    /// <exception cref="CryptographicException">The wrapping key is another one than the one it was wrapped under.</exception>
    public Task<byte[]> OpenAsync(Campaign campaign, CancellationToken cancellationToken) =>
        wrapping.OpenAsync(campaign.WrappedDataKey, Binding(campaign.Id, campaign.Generation), cancellationToken);

    private static string Binding(CampaignId id, string generation) => $"campaign data key|{id}|{generation}";
}
