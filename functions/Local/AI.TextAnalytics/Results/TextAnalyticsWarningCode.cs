namespace Azure.AI.TextAnalytics;

/// <summary>What the service wants known about an analysis that it made.</summary>
public readonly struct TextAnalyticsWarningCode : IEquatable<TextAnalyticsWarningCode>
{
    public static readonly string LongWordsInDocument = "LongWordsInDocument";

    public static readonly string DocumentTruncated = "DocumentTruncated";

    private readonly string value;

    private TextAnalyticsWarningCode(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        this.value = value;
    }

    public static implicit operator TextAnalyticsWarningCode(string warningCode) => new(warningCode);

    public static explicit operator string(TextAnalyticsWarningCode warningCode) => warningCode.value;

    public static bool operator ==(TextAnalyticsWarningCode left, TextAnalyticsWarningCode right) => left.Equals(right);

    public static bool operator !=(TextAnalyticsWarningCode left, TextAnalyticsWarningCode right) => !left.Equals(right);

    public bool Equals(TextAnalyticsWarningCode other) => string.Equals(value, other.value, StringComparison.Ordinal);

    public override bool Equals(object obj) => obj is TextAnalyticsWarningCode other && Equals(other);

    public override int GetHashCode() => value is null ? 0 : StringComparer.Ordinal.GetHashCode(value);

    public override string ToString() => value;
}
