using System.ComponentModel.DataAnnotations;

namespace Campaigns.Http;

/// <summary>Which web pages elsewhere may call the API from a browser.</summary>
public sealed class CorsOptions : IValidatableObject
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Cors";

    /// <summary>Their origins with commas between them, such as <c>https://board.example.org</c>; nobody where it is left out.</summary>
    public string? AllowedOrigins { get; set; }

    /// <summary>The origins, each by itself.</summary>
    /// <returns>As browsers send them.</returns>
    public IReadOnlyList<string> Origins() => (AllowedOrigins ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Origins()
        .Where(origin => !IsOrigin(origin))
        .Select(origin => new ValidationResult(
            $"Cors:AllowedOrigins has \"{origin}\": each must be https://HOST without a path or a star, such as https://board.example.org; http:// only for this machine.",
            [nameof(AllowedOrigins)]));

    // A star would let any page use a key that stands in a browser, and a path is no part of what browsers send.
    private static bool IsOrigin(string text) => Uri.TryCreate(text, UriKind.Absolute, out var origin)
        && (origin.Scheme == Uri.UriSchemeHttps || (origin.Scheme == Uri.UriSchemeHttp && origin.IsLoopback))
        && origin.GetLeftPart(UriPartial.Authority) == text && origin.UserInfo.Length == 0 && !text.Contains('*', StringComparison.Ordinal);
}
