using System.ComponentModel.DataAnnotations;

namespace Campaigns.Http;

/// <summary>The first way in.</summary>
public sealed class AccessOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Access";

    /// <summary>A manager's key to begin with: 32 random bytes in base64url. In Azure a Key Vault reference; locally it may be left out.</summary>
    [MinLength(32, ErrorMessage = "Access:FirstKey must be at least 32 characters.")]
    public string? FirstKey { get; set; }
}
