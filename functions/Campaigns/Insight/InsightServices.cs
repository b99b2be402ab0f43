using Campaigns.Insight.Embedded;
using Campaigns.Insight.Language;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Insight;

/// <summary>Registers what finds out how a campaign is received.</summary>
internal static class InsightServices
{
    public static IServiceCollection AddInsight(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<InsightTable>();
        services.AddSingleton<InsightCommitter>();
        services.AddSingleton<TextAnalyst>();
        services.AddInsightBudget(configuration);
        return string.IsNullOrEmpty(configuration["Insight:Endpoint"]) ? services.AddEmbedded() : services.AddLanguageAnalyser();
    }

    /// <summary>The engine's own analyser: no network, no key.</summary>
    private static IServiceCollection AddEmbedded(this IServiceCollection services) => services.AddSingleton<IAnalyser, EmbeddedAnalyser>();
}
