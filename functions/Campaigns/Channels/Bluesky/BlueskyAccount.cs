using System.ComponentModel.DataAnnotations;

namespace Campaigns.Channels.Bluesky;

/// <summary>One Bluesky account and how to sign in to it.</summary>
public sealed class BlueskyAccount : IValidatableObject
{
    /// <summary>The account's handle, such as <c>nhsbt.bsky.social</c>.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Handle { get; set; } = "";

    /// <summary>An app password of the account, never its own password: in Azure a Key Vault reference.</summary>
    [Required(AllowEmptyStrings = false)]
    public string AppPassword { get; set; } = "";

    /// <summary>The server that the account signs in to.</summary>
    [Required]
    public Uri Service { get; set; } = new("https://bsky.social");

    /// <summary>The language that the account writes in, as a language tag.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Language { get; set; } = "en";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Service is { IsAbsoluteUri: true } service && service.Scheme != Uri.UriSchemeHttps && !service.IsLoopback)
        {
            yield return new($"{nameof(Service)} of {Handle} must be an https address: the app password is sent to it.", [nameof(Service)]);
        }
    }
}
