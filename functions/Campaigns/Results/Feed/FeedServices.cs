using Campaigns.Results.RollUps;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Results.Feed;

/// <summary>What the feed is made of.</summary>
internal static class FeedServices
{
    public static IServiceCollection AddFeed(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FeedOptions>().Bind(configuration.GetSection(FeedOptions.SectionName))
            .Validate(options => options.PublicUrl is not { IsAbsoluteUri: false }, "Feed:PublicUrl must be a whole address, such as https://campaigns.example.org.")
            .ValidateOnStart();
        services.AddSingleton<HoursTable>();
        services.AddSingleton<FeedCampaigns>();
        services.AddSingleton<FeedTimelines>();
        services.AddSingleton<FeedChanges>();
        services.AddSingleton<FeedResults>();
        services.AddSingleton<SummaryMarks>();
        services.AddSingleton<FeedAddress>();
        services.AddSingleton(provider => new FeedModel(ActivatorUtilities.CreateInstance<FeedSets>(provider).All));
        return services.AddSingleton<FeedDesk>();
    }
}
