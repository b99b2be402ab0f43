using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Http.Outside;

/// <summary>Registers what calls addresses that people name.</summary>
internal static class OutsideServices
{
    public static IServiceCollection AddOutside(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutsideOptions>().Bind(configuration.GetSection(OutsideOptions.SectionName)).ValidateDataAnnotations()
            .Validate(options => !(options.AllowPrivateAddresses && HostPlace.From(configuration).InAzure), "Outside:AllowPrivateAddresses is for development: in Azure it must be false.")
            .ValidateOnStart();
        return services.AddSingleton<OutsideConnections>();
    }
}
