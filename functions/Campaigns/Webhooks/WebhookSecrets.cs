using System.Text;
using Campaigns.Http.Signatures;
using Campaigns.Planning;

namespace Campaigns.Webhooks;

/// <summary>Makes webhooks' secrets, shows each once, and keeps them, and addresses, as data keys are kept: wrapped, and bound to their webhook.</summary>
/// <param name="wrapping">Wraps them.</param>
/// <param name="time">The clock.</param>
public sealed class WebhookSecrets(WrappingKey wrapping, TimeProvider time)
{
    /// <summary>For how long the secret before is good beside a new one, so that both sides need not change at the same moment.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    /// <summary>How many secrets before may be good beside one: more are not made until one of them has ended, for each may be the one in use.</summary>
    public const int MostFormer = 4;

    /// <summary>Makes a secret.</summary>
    /// <param name="webhook">Whose it is.</param>
    /// <param name="cancellationToken">Cancels reading the wrapping key.</param>
    /// <returns>The secret to show, and as it rests.</returns>
    public async Task<(string Shown, byte[] Wrapped)> MakeAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        var key = WebhookSecret.NewKey();
        return (WebhookSecret.Write(key), await wrapping.WrapAsync(key, Binding(webhook), cancellationToken));
    }

    /// <summary>The keys of a webhook that are good now.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="cancellationToken">Cancels reading the wrapping key.</param>
    public async Task<IReadOnlyList<byte[]>> OpenAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        var binding = Binding(webhook);
        var keys = new List<byte[]>();
        foreach (var secret in (byte[][])[webhook.Secret, .. Good(webhook).Select(former => former.Secret)])
        {
            keys.Add(await wrapping.OpenAsync(secret, binding, cancellationToken));
        }

        return keys;
    }

    /// <summary>Wraps an address.</summary>
    /// <param name="webhook">Whose it is.</param>
    /// <param name="address">The address.</param>
    /// <param name="cancellationToken">Cancels reading the wrapping key.</param>
    public async Task<WebhookAddress> WrapAsync(Webhook webhook, Uri address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new(address.GetLeftPart(UriPartial.Authority), await wrapping.WrapAsync(Encoding.UTF8.GetBytes(address.AbsoluteUri), AddressBinding(webhook), cancellationToken));
    }

    /// <summary>The whole address of an outgoing webhook.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="cancellationToken">Cancels reading the wrapping key.</param>
    public async Task<Uri> AddressAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return new(Encoding.UTF8.GetString(await wrapping.OpenAsync(webhook.Address!.Wrapped, AddressBinding(webhook), cancellationToken)));
    }

    /// <summary>The secrets before that are good now, the latest first.</summary>
    /// <param name="webhook">The webhook.</param>
    public IReadOnlyList<FormerSecret> Good(Webhook webhook)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        var now = time.GetUtcNow();
        return [.. webhook.FormerSecrets.Where(former => former.Until > now)];
    }

    private static string AddressBinding(Webhook webhook) => $"webhook address|{webhook.Kind}|{webhook.Name}|{webhook.Generation}";

    private static string Binding(Webhook webhook) => $"webhook secret|{webhook.Kind}|{webhook.Name}|{webhook.Generation}";
}
