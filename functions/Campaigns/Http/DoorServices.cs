using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Http;

/// <summary>What the door needs: who may come in, how often, and where that is written down.</summary>
internal static class DoorServices
{
    public static IServiceCollection AddDoor(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<AccessOptions>(configuration, AccessOptions.SectionName);
        services.AddChecked<AuditOptions>(configuration, AuditOptions.SectionName);
        services.AddChecked<CorsOptions>(configuration, CorsOptions.SectionName);
        services.AddChecked<LimitOptions>(configuration, LimitOptions.SectionName);
        return services.AddSingleton(HostPlace.From(configuration)).AddSingleton<AccessKeyTable>().AddSingleton<AccessKeyWatch>().AddSingleton<AccessAdministrator>()
            .AddSingleton<AuditTable>().AddSingleton<Callers>().AddSingleton<CallRates>();
    }
}
