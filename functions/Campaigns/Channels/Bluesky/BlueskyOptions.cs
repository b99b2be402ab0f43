using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Campaigns.Channels.Bluesky;

/// <summary>The Bluesky accounts that the engine may publish from. Campaigns name an account by its handle and never hold its credential.</summary>
public sealed class BlueskyOptions
{
    /// <summary>The settings' section.</summary>
    public const string SectionName = "Bluesky";

    /// <summary>The accounts, one for each handle.</summary>
    [ValidateEnumeratedItems]
    public IList<BlueskyAccount> Accounts { get; } = [];

    /// <summary>How long one request may take, in seconds.</summary>
    [Range(1, 100)]
    public int TimeoutSeconds { get; set; } = 30;
}

/// <summary>Checks the options at start.</summary>
[OptionsValidator]
internal sealed partial class BlueskyOptionsValidator : IValidateOptions<BlueskyOptions>;
