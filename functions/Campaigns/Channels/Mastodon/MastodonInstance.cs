using System.ComponentModel.DataAnnotations;
using Campaigns.Http.Outside;

namespace Campaigns.Channels.Mastodon;

/// <summary>One Mastodon server that the engine searches: each sees what its own people and those whom they follow say.</summary>
public sealed class MastodonInstance : IValidatableObject
{
    /// <summary>The server's address, such as <c>https://mastodon.social</c>.</summary>
    [Required]
    public Uri? Url { get; set; }

    /// <summary>An access token with the scope <c>read:statuses</c>, for servers that show strangers nothing: in Azure a Key Vault reference.</summary>
    public string? AccessToken { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Url is not null && FarSide.Fault(Url) is { } fault)
        {
            yield return new($"{nameof(Url)} {fault}.", [nameof(Url)]);
        }
    }
}
