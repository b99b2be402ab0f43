using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Listening.Erasures;

/// <summary>Registers what erases an author.</summary>
internal static class ErasureServices
{
    public static IServiceCollection AddErasures(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<ErasureOptions>(configuration, ErasureOptions.SectionName);
        services.AddQueue<ErasureOptions>(options => options.Queue);
        services.AddSingleton<Refusals>();
        services.AddSingleton<ErasureTable>();
        services.AddSingleton<ErasureQueue>();
        services.AddSingleton<AuthorLookUp>();
        services.AddSingleton<ErasureDesk>();
        services.AddSingleton<AuthorRefusal>();
        services.AddSingleton<CellEraser>();
        services.AddSingleton<SupporterEraser>();
        services.AddSingleton<CampaignEraser>();
        return services.AddSingleton<ErasureRun>();
    }
}
