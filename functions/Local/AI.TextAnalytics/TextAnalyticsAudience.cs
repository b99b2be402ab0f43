namespace Azure.AI.TextAnalytics;

/// <summary>The cloud that a token is asked for.</summary>
public readonly struct TextAnalyticsAudience : IEquatable<TextAnalyticsAudience>
{
    private readonly string value;

    public TextAnalyticsAudience(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        this.value = value;
    }

    public static TextAnalyticsAudience AzurePublicCloud { get; } = new("https://cognitiveservices.azure.com");

    public static TextAnalyticsAudience AzureGovernment { get; } = new("https://cognitiveservices.azure.us");

    public static TextAnalyticsAudience AzureChina { get; } = new("https://cognitiveservices.azure.cn");

    public static implicit operator TextAnalyticsAudience(string value) => new(value);

    public static bool operator ==(TextAnalyticsAudience left, TextAnalyticsAudience right) => left.Equals(right);

    public static bool operator !=(TextAnalyticsAudience left, TextAnalyticsAudience right) => !left.Equals(right);

    public bool Equals(TextAnalyticsAudience other) => string.Equals(value, other.value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object obj) => obj is TextAnalyticsAudience other && Equals(other);

    public override int GetHashCode() => value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(value);

    public override string ToString() => value;
}
