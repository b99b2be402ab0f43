using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Publishing;

/// <summary>Registers what brings posts to channels when they are due.</summary>
internal static class PublishingServices
{
    public static IServiceCollection AddPublishing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<PublishingOptions>(configuration, PublishingOptions.SectionName);
        services.AddQueue<PublishingOptions>(options => options.DeliveriesQueue);
        services.AddSingleton<PostTable>();
        services.AddSingleton<DueTable>();
        services.AddSingleton<DeliveryQueue>();
        services.AddSingleton<HoldSwitch>();
        services.AddSingleton<PublishingMetrics>();
        services.AddSingleton<PostReader>();
        services.AddSingleton<PostEditor>();
        services.AddSingleton<PostShelf>();
        services.AddSingleton<PostControl>();
        services.AddSingleton<DeliveryShelf>();
        services.AddSingleton<DeliveryDesk>();
        services.AddSingleton<DeliveryGate>();
        services.AddSingleton<DeliveryNews>();
        services.AddSingleton<DeliveryRecorder>();
        services.AddSingleton<DeliveryAttempt>();
        services.AddSingleton<DeliveryPublisher>();
        return services.AddSingleton<DueTick>();
    }
}
