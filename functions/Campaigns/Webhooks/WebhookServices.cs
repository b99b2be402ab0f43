using System.Globalization;
using Campaigns.Channels;
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
        services.AddSingleton(provider => new EngineQueue(provider.GetRequiredService<IOptions<WebhookOptions>>().Value.Queue));
        services.AddSingleton(provider => new GivenUpNotice((queue, waiting, cancellationToken) => TellAsync(provider, queue, waiting, cancellationToken)));
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
            .AddSingleton<WebhookSender>();
    }

    /// <summary>Once an hour for each queue; of the webhooks' own queue nothing, for what tells of it would be given up too.</summary>
    private static Task TellAsync(IServiceProvider provider, string queue, int waiting, CancellationToken cancellationToken)
    {
        var now = provider.GetRequiredService<TimeProvider>().GetUtcNow();
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        return queue == provider.GetRequiredService<IOptions<WebhookOptions>>().Value.Queue ? Task.CompletedTask : provider.GetRequiredService<Announcer>().TellAsync(
            new Announcement(
                WebhookEvents.PoisonWaiting, null, string.Create(CultureInfo.InvariantCulture, $"{queue}|{hour:yyyyMMddHH}"), now,
                new Dictionary<string, string?> { ["queue"] = queue, ["waiting"] = waiting.ToString(CultureInfo.InvariantCulture) }),
            cancellationToken);
    }
}
