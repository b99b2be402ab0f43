using System.Net;
using Campaigns.Channels.Bluesky;
using Campaigns.Channels.Feeds;
using Campaigns.Channels.Mastodon;
using Campaigns.Channels.Media;
using Campaigns.Http.Outside;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Campaigns.Channels;

/// <summary>Registers the channels.</summary>
internal static class ChannelServices
{
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ChannelDirectory>();
        return services.AddOutside(configuration).AddMedia(configuration).AddBluesky(configuration).AddMastodon(configuration).AddFeeds(configuration);
    }

    private static IServiceCollection AddMedia(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MediaOptions>().Bind(configuration.GetSection(MediaOptions.SectionName)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MediaOptions>, MediaOptionsValidator>();
        services.AddFarSide<MediaSource>(
            static provider => provider.GetRequiredService<OutsideConnections>().Handler(),
            static provider => provider.GetRequiredService<IOptions<MediaOptions>>().Value.TimeoutSeconds);
        return services;
    }

    private static IServiceCollection AddBluesky(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BlueskyOptions>().Bind(configuration.GetSection(BlueskyOptions.SectionName)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BlueskyOptions>, BlueskyOptionsValidator>();
        services.AddFarSide<XrpcClient>(
            static _ => FarSide.Handler(), static provider => provider.GetRequiredService<IOptions<BlueskyOptions>>().Value.TimeoutSeconds);
        services.AddSingleton<BlueskySessions>();
        services.AddSingleton<BlueskyParts>();
        services.AddSingleton<IChannel, BlueskyChannel>();
        services.AddSingleton<BlueskyReader>();
        services.AddSingleton<BlueskyFollowers>();
        services.AddSingleton<ISearch, BlueskySearch>();
        return services;
    }

    private static IServiceCollection AddMastodon(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MastodonOptions>().Bind(configuration.GetSection(MastodonOptions.SectionName)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MastodonOptions>, MastodonOptionsValidator>();
        services.AddFarSide<MastodonClient>(
            static _ => FarSide.Handler(), static provider => provider.GetRequiredService<IOptions<MastodonOptions>>().Value.TimeoutSeconds);
        services.AddSingleton<ISearch, MastodonSearch>();
        return services;
    }

    private static IServiceCollection AddFeeds(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FeedOptions>().Bind(configuration.GetSection(FeedOptions.SectionName)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FeedOptions>, FeedOptionsValidator>();
        services.AddFarSide<FeedSource>(
            static provider => provider.GetRequiredService<OutsideConnections>().Handler(DecompressionMethods.All),
            static provider => provider.GetRequiredService<IOptions<FeedOptions>>().Value.TimeoutSeconds);
        services.AddSingleton<ISearch, FeedSearch>();
        return services;
    }

    /// <summary>Registers a client of somebody else's server, one for the process: its handler renews its own connections.</summary>
    private static void AddFarSide<T>(this IServiceCollection services, Func<IServiceProvider, HttpMessageHandler> handler, Func<IServiceProvider, int> timeoutSeconds)
        where T : class
    {
        services.AddFarSideClient(typeof(T).Name, handler, timeoutSeconds);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<T>(provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(typeof(T).Name)));
    }
}
