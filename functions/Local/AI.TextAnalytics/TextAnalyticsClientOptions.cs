using Azure.Core;

namespace Azure.AI.TextAnalytics;

/// <summary>What holds for every request of a client.</summary>
public class TextAnalyticsClientOptions : ClientOptions
{
    public TextAnalyticsClientOptions(ServiceVersion version = ServiceVersion.V2023_04_01) =>
        Version = version switch
        {
            ServiceVersion.V2022_05_01 => "2022-05-01",
            ServiceVersion.V2023_04_01 => "2023-04-01",
            _ => throw new ArgumentException($"Version {version} not supported.", nameof(version)),
        };

    public TextAnalyticsAudience? Audience { get; set; }

    public string DefaultCountryHint { get; set; } = "us";

    public string DefaultLanguage { get; set; } = "en";

    internal string Version { get; }

#pragma warning disable CA1707 // The official names.
    public enum ServiceVersion
    {
        V2022_05_01 = 3,
        V2023_04_01 = 4,
    }
#pragma warning restore CA1707
}
