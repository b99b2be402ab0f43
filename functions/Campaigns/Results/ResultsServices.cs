using Campaigns.Results.Comparison;
using Campaigns.Results.Feed;
using Campaigns.Results.Objectives;
using Campaigns.Results.Report;
using Campaigns.Results.Reported;
using Campaigns.Results.RollUps;
using Campaigns.Results.Supporters;
using Campaigns.Results.Timeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Results;

/// <summary>Registers what figures are made of and shown by.</summary>
internal static class ResultsServices
{
    public static IServiceCollection AddResults(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<SummaryTable>();
        services.AddSingleton<RollUpReader>();
        services.AddSingleton<OwnSideReader>();
        services.AddSingleton<KeptFolds>();
        services.AddSingleton<CellFolder>();
        services.AddSingleton<RollUpPace>();
        services.AddSingleton<RollUpWriter>();
        services.AddSingleton(ScoredMetrics.Named);
        services.AddSingleton<EntryTable>();
        services.AddSingleton<EntryDesk>();
        services.AddSingleton<EntryShelf>();
        services.AddSingleton<SourcesReader>();
        services.AddSingleton<ResultsReader>();
        services.AddSingleton<ComparisonReader>();
        services.AddSingleton<TimelineReader>();
        services.AddSingleton<ContributorsReader>();
        services.AddSingleton<ReportDesk>();
        return services.AddFeed(configuration);
    }
}
