using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;

namespace Campaigns.Planning;

/// <summary>What keeps people's keyed hashes apart from people.</summary>
public sealed class PrivacyOptions : IValidatableObject
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Privacy";

    /// <summary>The key that wraps campaigns' data keys: 32 random bytes in base64. In Azure a Key Vault reference; locally it may be left out.</summary>
    public string? WrappingKey { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (WrappingKey is { Length: > 0 } key && !(Base64.IsValid(key, out var length) && length == 32))
        {
            yield return new ValidationResult("Privacy:WrappingKey must be 32 bytes in base64.", [nameof(WrappingKey)]);
        }
    }
}
