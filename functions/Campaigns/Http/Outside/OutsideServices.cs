using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Http.Outside;

/// <summary>Registers what calls addresses that people name.</summary>
internal static class OutsideServices
{
    public static IServiceCollection AddOutside(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutsideOptions>().Bind(configuration.GetSection(OutsideOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<OutsideConnections>();
    }
}
