using Campaigns.Http.Outside;
using Campaigns.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Campaigns.Webhooks;

/// <summary>Registers webhooks.</summary>
internal static class WebhookServices
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<WebhookOptions>(configuration, WebhookOptions.SectionName);
        services.AddQueue<WebhookOptions>(options => options.Queue);
        services.AddSingleton(provider => new GivenUpNotice(provider.GetRequiredService<GivenUpNews>().TellAsync));
        services.AddFarSideClient(
            nameof(WebhookSender),
            static provider => provider.GetRequiredService<OutsideConnections>().Handler(),
            static provider => provider.GetRequiredService<IOptions<WebhookOptions>>().Value.TimeoutSeconds);
        return services
            .AddSingleton<WebhookTable>()
            .AddSingleton<WebhookStates>()
            .AddSingleton<WebhookSecrets>()
            .AddSingleton<WebhookReader>()
            .AddSingleton<WebhookDesk>()
            .AddSingleton<IncomingWebhooks>()
            .AddSingleton<SeenCalls>()
            .AddSingleton<Announcer>()
            .AddSingleton<GivenUpNews>()
            .AddSingleton<WebhookSender>();
    }
}
