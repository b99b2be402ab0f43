using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Listening.Search;

/// <summary>Registers what looks for mentions by itself.</summary>
internal static class SearchServices
{
    public static IServiceCollection AddSearches(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<SearchOptions>(configuration, SearchOptions.SectionName);
        services.AddQueue<SearchOptions>(options => options.SearchesQueue);
        services.AddSingleton<SearchDirectory>();
        services.AddSingleton<SearchTable>();
        services.AddSingleton<SearchQueue>();
        services.AddSingleton<SearchTurns>();
        services.AddSingleton<SearchIntake>();
        services.AddSingleton<SearchTick>();
        services.AddSingleton<Searcher>();
        return services.AddSingleton<ListeningReader>();
    }
}
