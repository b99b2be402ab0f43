using System.ComponentModel.DataAnnotations;
using Campaigns.Http.Outside;
using Microsoft.Extensions.Options;

namespace Campaigns.Channels.Bluesky;

/// <summary>The Bluesky accounts that the engine may publish from and search with. Campaigns name an account by its handle and never hold its credential.</summary>
public sealed class BlueskyOptions : IValidatableObject
{
    /// <summary>The settings' section.</summary>
    public const string SectionName = "Bluesky";

    /// <summary>The accounts, one for each handle.</summary>
    [ValidateEnumeratedItems]
    public IList<BlueskyAccount> Accounts { get; } = [];

    /// <summary>A server that is searched without an account; by default posts are searched with the accounts. Bluesky's own shows strangers only the first page.</summary>
    public Uri? SearchService { get; set; }

    /// <summary>How long one request may take, in seconds.</summary>
    [Range(1, 100)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (SearchService is not null && FarSide.Fault(SearchService) is { } fault)
        {
            yield return new($"{nameof(SearchService)} {fault}.", [nameof(SearchService)]);
        }
    }
}

/// <summary>Checks the options at start.</summary>
[OptionsValidator]
internal sealed partial class BlueskyOptionsValidator : IValidateOptions<BlueskyOptions>;
