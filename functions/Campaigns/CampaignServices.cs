using System.Text.Encodings.Web;
using Campaigns.Channels;
using Campaigns.Http;
using Campaigns.Insight;
using Campaigns.Insight.Language;
using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Retention;
using Campaigns.Operations;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Results;
using Campaigns.Results.RollUps;
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
        services.AddSingleton(new SpanKinds(configuration, SpanKinds.Host));
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
        services.AddSingleton<WrappingKey>();
        services.AddSingleton<DataKeys>();

        services.AddMetrics();
        services.AddChannels(configuration);
        services.AddWebhooks(configuration);
        services.AddPublishing(configuration);
        services.AddListening(configuration);
        services.AddInsight(configuration);
        services.AddResults(configuration);
        services.AddRetention(configuration);
        return services.AddOperations(configuration);
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
    internal static void AddQueue<T>(this IServiceCollection services, Func<T, string> name, Func<BinaryData, BinaryData>? onReplay = null, TimeSpan? timeToLive = null)
        where T : class =>
        services.AddSingleton(provider => new EngineQueue(name(provider.GetRequiredService<IOptions<T>>().Value), onReplay) { TimeToLive = timeToLive ?? EngineQueue.ForAsLongAsItMust });

    /// <summary>Binds options to their section and checks them before the first trigger fires.</summary>
    internal static void AddChecked<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class =>
        services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
}
