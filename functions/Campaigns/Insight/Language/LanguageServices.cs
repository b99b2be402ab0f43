using Azure;
using Azure.AI.TextAnalytics;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Campaigns.Insight.Language;

/// <summary>Registers Azure AI Language.</summary>
internal static class LanguageServices
{
    /// <summary>What holds whether there is an endpoint or not: the settings are checked, and what was spent can be read.</summary>
    public static IServiceCollection AddInsightBudget(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LanguageOptions>().Bind(configuration.GetSection(LanguageOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<LanguageOptions>, LanguageOptionsCheck>();
        services.AddSingleton<InsightLedgerTable>();
        services.AddSingleton<InsightReader>();
        return services;
    }

    /// <summary>The analyser, where the settings name an endpoint.</summary>
    public static IServiceCollection AddLanguageAnalyser(this IServiceCollection services)
    {
        services.AddSingleton(provider => Client(provider.GetRequiredService<IOptions<LanguageOptions>>().Value));
        services.AddSingleton<LanguageFaults>();
        services.AddSingleton<LanguageCalls>();
        services.AddSingleton<LanguageFeatures>();
        services.AddSingleton<LanguagePass>();
        services.AddSingleton<InsightBudget>();
        services.AddSingleton<IAnalyser, LanguageAnalyser>();
        services.AddLanguageProbe();
        return services;
    }

    private static TextAnalyticsClient Client(LanguageOptions options)
    {
        var client = new TextAnalyticsClientOptions { RetryPolicy = new LanguageRetries() };
        client.Retry.NetworkTimeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
        client.Diagnostics.IsLoggingContentEnabled = false;
        return string.IsNullOrEmpty(options.Key)
            ? new TextAnalyticsClient(options.Endpoint!, new DefaultAzureCredential(), client)
            : new TextAnalyticsClient(options.Endpoint!, new AzureKeyCredential(options.Key), client);
    }
}
