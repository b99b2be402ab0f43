using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Http.Outside;

/// <summary>Registers what calls other people's servers.</summary>
internal static class OutsideServices
{
    public static IServiceCollection AddOutside(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutsideOptions>().Bind(configuration.GetSection(OutsideOptions.SectionName)).ValidateDataAnnotations()
            .Validate(options => !(options.AllowPrivateAddresses && HostPlace.From(configuration).InAzure), "Outside:AllowPrivateAddresses is for development: in Azure it must be false.")
            .ValidateOnStart();
        return services.AddSingleton<OutsideConnections>();
    }

    /// <summary>Registers a client by its name.</summary>
    internal static void AddFarSideClient(this IServiceCollection services, string name, Func<IServiceProvider, HttpMessageHandler> handler, Func<IServiceProvider, int> timeoutSeconds) =>
        services.AddHttpClient(name)
            .ConfigurePrimaryHttpMessageHandler(handler)
            .ConfigureHttpClient((provider, http) =>
            {
                http.Timeout = TimeSpan.FromSeconds(timeoutSeconds(provider));
                // Of answers that are read whole, such as a page of a hundred posts; pictures and feeds are read up to their own limits.
                http.MaxResponseContentBufferSize = 8_000_000;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // The factory's loggers write addresses, and addresses name people here.
            .RemoveAllLoggers();
}
