using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Campaigns.Channels.Mastodon;

/// <summary>The Mastodon servers that the engine searches.</summary>
public sealed class MastodonOptions
{
    /// <summary>The settings' section.</summary>
    public const string SectionName = "Mastodon";

    /// <summary>The servers.</summary>
    [ValidateEnumeratedItems]
    public IList<MastodonInstance> Instances { get; } = [];

    /// <summary>How long one request may take, in seconds.</summary>
    [Range(1, 100)]
    public int TimeoutSeconds { get; set; } = 30;
}

/// <summary>Checks the options at start.</summary>
[OptionsValidator]
internal sealed partial class MastodonOptionsValidator : IValidateOptions<MastodonOptions>;
