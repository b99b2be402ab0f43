using System.Text.Encodings.Web;
using Campaigns.Channels;
using Campaigns.Http;
using Campaigns.Insight;
using Campaigns.Insight.Language;
using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Coverage;
using Campaigns.Listening.Erasures;
using Campaigns.Listening.Hashtags;
using Campaigns.Listening.Intake;
using Campaigns.Listening.Retention;
using Campaigns.Listening.Search;
using Campaigns.Listening.Supporters;
using Campaigns.Listening.Texts;
using Campaigns.Operations;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Results;
using Campaigns.Results.Feed;
using Campaigns.Results.Objectives;
using Campaigns.Results.Report;
using Campaigns.Results.Reported;
using Campaigns.Results.RollUps;
using Campaigns.Results.Supporters;
using Campaigns.Storage;
using Campaigns.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Campaigns;

/// <summary>The only composition root, shared with the tests.</summary>
public static class CampaignServices
{
    /// <summary>Registers the whole engine.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">The app's settings.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddCampaigns(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);

        // Storage
        services.AddChecked<StorageOptions>(configuration, StorageOptions.SectionName);
        services.AddSingleton<StorageRim>();
        services.AddHostedService<StorageSetup>();
        services.AddSingleton<QueueWatch>();

        // Http
        // An offset is written +01:00, not \u002B01:00: the answers are JSON, never a part of a page.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        services.AddDoor(configuration);
        services.AddWatch();

        // Planning
        services.AddChecked<PrivacyOptions>(configuration, PrivacyOptions.SectionName);
        services.AddSingleton<CampaignTable>();
        services.AddSingleton<CampaignPlanner>();
        services.AddSingleton<WrappingKey>().AddSingleton<DataKeys>();

        // Channels
        services.AddChannels(configuration).AddWebhooks(configuration);

        // Publishing
        services.AddMetrics();
        services.AddChecked<PublishingOptions>(configuration, PublishingOptions.SectionName);
        services.AddSingleton(provider => new EngineQueue(provider.GetRequiredService<IOptions<PublishingOptions>>().Value.DeliveriesQueue));
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
        services.AddSingleton<DeliveryNews>().AddSingleton<DeliveryRecorder>();
        services.AddSingleton<DeliveryAttempt>();
        services.AddSingleton<DeliveryPublisher>();
        services.AddSingleton<DueTick>();

        // Listening
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
        services.AddSingleton<SupporterTable>().AddSingleton<SupporterWriter>();
        services.AddSingleton<SupporterLearner>();
        services.AddSingleton<HandleWatch>();
        services.AddSingleton<SupporterDesk>();
        services.AddSingleton<HashtagCheck>();
        services.AddSingleton<HashtagClashes>();
        services.AddSingleton<RecentUses>();
        services.AddSingleton<MentionCollector>().AddSingleton<SignedIntake>();
        services.AddSingleton<CellCache>();
        services.AddSingleton<CellTable>();
        services.AddSingleton<HourShards>();
        services.AddSingleton<CellCommitter>();
        services.AddSingleton<CoverageTable>();
        services.AddSearches(configuration);
        services.AddSingleton<DroppedMessages>();
        services.AddSingleton<RollUpRequests>();
        services.AddSingleton<MentionTracker>();

        // Insight
        services.AddInsight(configuration);

        // Results
        services.AddSingleton<SummaryTable>().AddSingleton<RollUpReader>().AddSingleton<OwnSideReader>();
        services.AddSingleton<KeptFolds>();
        services.AddSingleton<CellFolder>();
        services.AddSingleton<RollUpPace>();
        services.AddSingleton<RollUpWriter>();
        services.AddSingleton(ScoredMetrics.Named);
        services.AddSingleton<EntryTable>();
        services.AddSingleton<EntryDesk>();
        services.AddSingleton<EntryShelf>();
        services.AddSingleton<SourcesReader>().AddSingleton<ResultsReader>().AddSingleton<Results.Comparison.ComparisonReader>().AddSingleton<Results.Timeline.TimelineReader>();
        services.AddSingleton<ContributorsReader>();
        services.AddSingleton<ReportDesk>();
        services.AddFeed(configuration);

        services.AddRetention(configuration);
        return services.AddOperations(configuration);
    }

    private static void AddSearches(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<SearchOptions>(configuration, SearchOptions.SectionName);
        services.AddQueue<SearchOptions>(options => options.SearchesQueue);
        services.AddSingleton<SearchDirectory>();
        services.AddSingleton<SearchTable>();
        services.AddSingleton<SearchQueue>();
        services.AddSingleton<SearchTurns>();
        services.AddSingleton<SearchIntake>();
        services.AddSingleton<SearchTick>();
        services.AddSingleton<Searcher>();
        services.AddSingleton<ListeningReader>();
    }

    private static void AddErasures(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<ErasureOptions>(configuration, ErasureOptions.SectionName);
        services.AddQueue<ErasureOptions>(options => options.Queue);
        services.AddSingleton<Refusals>();
        services.AddSingleton<ErasureTable>();
        services.AddSingleton<ErasureQueue>();
        services.AddSingleton<AuthorLookUp>();
        services.AddSingleton<ErasureDesk>();
        services.AddSingleton<AuthorRefusal>();
        services.AddSingleton<CellEraser>();
        services.AddSingleton<SupporterEraser>();
        services.AddSingleton<CampaignEraser>();
        services.AddSingleton<ErasureRun>();
    }

    /// <summary>What ends with a campaign's retention: each feature's rows that its figures were made of.</summary>
    private static void AddRetention(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<RetentionOptions>(configuration, RetentionOptions.SectionName);
        services.AddSingleton(provider => new FinalFigures(
            (campaign, cancellationToken) => provider.GetRequiredService<RollUpWriter>().FinishAsync(new RollUpMessage(campaign.Id.Value, campaign.Generation), cancellationToken),
            (campaign, cancellationToken) => provider.GetRequiredService<SummaryTable>().SealAsync(campaign.Id.Value, campaign.Generation, cancellationToken)));
        services.AddSingleton(new PurgedRows(TableNames.Cells, campaign => $"{CampaignPartition.Of(campaign)}.", IsWhole: false, static _ => true));
        services.AddSingleton(new PurgedRows(TableNames.Supporters, CampaignPartition.Of, IsWhole: true, static _ => true));
        services.AddSingleton(new PurgedRows(TableNames.Erasures, CampaignPartition.Of, IsWhole: true, static _ => true));
        services.AddSingleton(new PurgedRows(TableNames.Insight, CampaignPartition.Of, IsWhole: true, static row => !row.StartsWith(InsightRows.DayPrefix, StringComparison.Ordinal) && row != InsightLedgerTable.Row));
        services.AddSingleton<CampaignPurger>();
        services.AddSingleton<RetentionRun>();
    }

    /// <summary>A queue of a feature's options, made at the start where it is missing.</summary>
    private static void AddQueue<T>(this IServiceCollection services, Func<T, string> name, Func<BinaryData, BinaryData>? onReplay = null, TimeSpan? timeToLive = null)
        where T : class =>
        services.AddSingleton(provider => new EngineQueue(name(provider.GetRequiredService<IOptions<T>>().Value), onReplay) { TimeToLive = timeToLive ?? EngineQueue.ForAsLongAsItMust });

    /// <summary>Binds options to their section and checks them before the first trigger fires.</summary>
    internal static void AddChecked<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class =>
        services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
}
