using System.ComponentModel.DataAnnotations;

namespace Campaigns.Http;

/// <summary>The first way in.</summary>
public sealed class AccessOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Access";

    /// <summary>A manager's key to begin with: 32 random bytes in base64url. In Azure a Key Vault reference; locally it may be left out.</summary>
    // A Key Vault reference that could not be resolved reaches the app as it was written, which everybody can guess.
    [RegularExpression(@"^(?!@Microsoft\.KeyVault\()[\s\S]*$", ErrorMessage = "Access:FirstKey is a Key Vault reference that was not resolved: look whether the secret is there and the identity may read it.")]
    [MinLength(32, ErrorMessage = "Access:FirstKey must be at least 32 characters.")]
    public string? FirstKey { get; set; }

    /// <summary>When to look which keys end soon, in UTC: a cron expression of six fields.</summary>
    [Required]
    public string WatchSchedule { get; set; } = "25 */5 6 * * *";

    /// <summary>
    /// Where people of the organisation sign in, such as <c>https://login.microsoftonline.com/TENANT</c>: programs that are refused are told, so that they can ask for a sign-in.
    /// </summary>
    public Uri? Authority { get; set; }
}
