namespace Campaigns.EndToEnd.Secrets;

/// <summary>The secrets that an engine is told, each of a kind that nothing else has, and the settings that tell it most of them.</summary>
internal static class Planted
{
    public const string FirstKey = "canary-first-key-0Jq7vZ3mXw9TtYpLs2";
    public const string WrongKey = "canary-wrong-key-8Rk4hNc6BbVdEf1Ga5";
    public const string AppPassword = "qzkw-vjxm-pbtd-hfgy";
    public const string Token = "canary-mastodon-token-5Ux2yWz8KkQn";
    public const string LanguageKey = "canary-language-key-3Gd8sHv1PzRy";
    public const string CollectorToken = "canary-collector-token-9Bf6jLt0QxMe";
    public const string AddressPath = "canary-address-path-6Tn3pLr9WqZc";
    public const string AddressQuery = "canary-address-query-2Vs7dMk4XjHb";
    public const string PictureQuery = "canary-picture-query-4Hw9sTf2JvYn";
    public const string FeedQuery = "canary-feed-query-7Zc5mBx8RgLd";
    public const string Telephone = "07700 900461";

    public static Dictionary<string, string> Settings(byte[] wrappingKey, Uri collector, string insights, Uri platform) => new()
    {
        ["Access__FirstKey"] = FirstKey,
        ["Privacy__WrappingKey"] = Convert.ToBase64String(wrappingKey),
        ["Logging__LogLevel__Default"] = "Debug",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.AbsoluteUri,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_EXPORTER_OTLP_HEADERS"] = $"authorization=Bearer {CollectorToken}",
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = insights,
        ["APPLICATIONINSIGHTS_STATSBEAT_DISABLED"] = "true",
        ["APPLICATIONINSIGHTS_SDKSTATS_DISABLED"] = "true",
        ["OTEL_DOTNET_AZURE_MONITOR_ENABLE_RESOURCE_METRICS"] = "false",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        ["Bluesky__Accounts__0__Handle"] = "nhsbt.example",
        ["Bluesky__Accounts__0__AppPassword"] = AppPassword,
        ["Bluesky__Accounts__0__Service"] = platform.AbsoluteUri,
        ["Mastodon__Instances__0__Url"] = platform.AbsoluteUri,
        ["Mastodon__Instances__0__AccessToken"] = Token,
        ["Insight__Endpoint"] = platform.AbsoluteUri,
        ["Insight__Key"] = LanguageKey,
        ["Outside__AllowPrivateAddresses"] = "true",
    };
}
