using Campaigns.Listening.Cells;
using Campaigns.Listening.Coverage;
using Campaigns.Listening.Erasures;
using Campaigns.Listening.Hashtags;
using Campaigns.Listening.Intake;
using Campaigns.Listening.Search;
using Campaigns.Listening.Supporters;
using Campaigns.Listening.Texts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Listening;

/// <summary>Registers what takes mentions in and keeps what counts of them.</summary>
internal static class ListeningServices
{
    public static IServiceCollection AddListening(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<ListeningOptions>(configuration, ListeningOptions.SectionName);
        // Where an app setting overrides host.json, the host goes by it, and so must the tracker.
        services.PostConfigure<ListeningOptions>(options => options.MaxDequeueCount =
            configuration.GetValue("AzureFunctionsJobHost:extensions:queues:maxDequeueCount", options.MaxDequeueCount));
        services.AddQueue<ListeningOptions>(options => options.MentionsQueue, MentionsMessage.Replayed);
        services.AddQueue<ListeningOptions>(options => options.RollUpsQueue);
        services.AddChecked<TextsOptions>(configuration, TextsOptions.SectionName);
        services.AddQueue<TextsOptions>(options => options.TextsQueue, timeToLive: TextsMessage.TimeToLive);
        services.AddSingleton<CampaignKeys>();
        services.AddSingleton<CampaignIndex>();
        services.AddErasures(configuration);
        services.AddSingleton<SupporterTable>();
        services.AddSingleton<SupporterWriter>();
        services.AddSingleton<SupporterLearner>();
        services.AddSingleton<HandleWatch>();
        services.AddSingleton<SupporterDesk>();
        services.AddSingleton<HashtagCheck>();
        services.AddSingleton<HashtagClashes>();
        services.AddSingleton<RecentUses>();
        services.AddSingleton<MentionCollector>();
        services.AddSingleton<SignedIntake>();
        services.AddSingleton<CellCache>();
        services.AddSingleton<CellTable>();
        services.AddSingleton<HourShards>();
        services.AddSingleton<CellCommitter>();
        services.AddSingleton<CoverageTable>();
        services.AddSearches(configuration);
        services.AddSingleton<DroppedMessages>();
        services.AddSingleton<RollUpRequests>();
        return services.AddSingleton<MentionTracker>();
    }
}
