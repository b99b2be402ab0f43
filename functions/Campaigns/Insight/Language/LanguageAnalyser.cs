using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Campaigns.Listening;
using Campaigns.Listening.Search;
using Campaigns.Planning;
using Campaigns.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Insight.Language;

/// <summary>Has texts analysed by Azure AI Language, within the campaign's budget.</summary>
/// <param name="budget">What may be spent.</param>
/// <param name="pass">Asks the service.</param>
/// <param name="options">The version of the models.</param>
/// <param name="metrics">What is counted.</param>
/// <param name="logger">Where trouble is said.</param>
internal sealed partial class LanguageAnalyser(InsightBudget budget, LanguagePass pass, IOptions<LanguageOptions> options, ListeningMetrics metrics, ILogger<LanguageAnalyser> logger) : IAnalyser
{
    /// <summary>What this analyser is called in results.</summary>
    public const string Name = "azure-ai-language";

    // Few enough that what is left of a part comes again soon, and enough that the ledger is not written for each.
    private const int Part = 100;

    // To give back takes one write; a worker that is told to stop waits for it so long at most.
    private static readonly TimeSpan GivingBack = TimeSpan.FromSeconds(5);

    // What "latest" was when the service last answered.
    private volatile string version = options.Value.ModelVersion;

    /// <inheritdoc />
    public int MostTexts => Part;

    /// <inheritdoc />
    public async Task<AnalysedTexts> AnalyseAsync(Campaign campaign, IReadOnlyList<TextToAnalyse> texts, CancellationToken cancellationToken)
    {
        var documents = LanguageDocuments.Of(texts);
        var sent = Enumerable.Range(0, texts.Count).Where(index => documents[index] is not null).ToList();
        var (depths, rates, trouble) = (new AnalysisDepth[texts.Count], default(SampleRates), default(Exception));
        if (texts.Count > 0)
        {
            var reservation = await budget.ReserveAsync(campaign, [.. sent.Select(index => (texts[index].Key, documents[index]!))], cancellationToken);
            if (reservation.Refused is { } reason)
            {
                Log.Refused(logger, campaign.Id.Value, reason);
            }

            metrics.Spent(campaign.Id.Value, "understanding", reservation.BudgetUsed);
            if (reservation.BudgetUsed >= Spending.NearlyAll)
            {
                Log.BudgetNear(logger, campaign.Id.Value, (int)(100 * reservation.BudgetUsed));
            }

            foreach (var (index, depth) in sent.Zip(reservation.Depths))
            {
                depths[index] = depth;
            }

            rates = reservation.Rates;
            if (reservation.Refused is null && sent.Count > 0)
            {
                using var span = EngineTrace.Start("analyse texts", ActivityKind.Client);
                span?.SetTag("campaigns.texts", sent.Count);
                trouble = await RunAsync(campaign, documents, depths, reservation, cancellationToken);
                if (trouble is not null)
                {
                    span.Failed(trouble);
                }
            }
        }

        var told = documents.Select((document, index) => texts[index].Text.Length == 0 ? Silent(texts[index], rates) : Told(document, depths[index])).ToList();
        if (trouble is not null && told.TrueForAll(text => text.Status == InsightStatus.Unanswered))
        {
            ExceptionDispatchInfo.Throw(trouble);
        }

        return new AnalysedTexts(told, Name, version) { Trouble = trouble };
    }

    private static bool IsLeft(LanguageDocument? document, AnalysisDepth depth) => depth > AnalysisDepth.Nothing && document is { IsAnswered: false };

    private async Task<Exception?> RunAsync(
        Campaign campaign, IReadOnlyList<LanguageDocument?> documents, AnalysisDepth[] depths, Reservation reservation, CancellationToken cancellationToken)
    {
        var deepest = new Dictionary<LanguageDocument, AnalysisDepth>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < depths.Length; index++)
        {
            if (documents[index] is { } document && depths[index] > deepest.GetValueOrDefault(document))
            {
                deepest[document] = depths[index];
            }
        }

        var (usage, left, texts) = (new LanguageUsage(), reservation.Arrived, reservation.Depths.Count);
        try
        {
            var trouble = await pass.RunAsync(deepest, told => version = told ?? version, usage, cancellationToken);
            left = deepest.Keys.Where(document => !document.IsAnswered).Aggregate(default(RecordCounts), (sum, document) => sum + document.Cost(AnalysisDepth.Phrases));
            texts = documents.Zip(depths).Count(text => IsLeft(text.First, text.Second));
            return trouble;
        }
        finally
        {
            if (texts > 0 || usage.Taken != reservation.Records)
            {
                await GiveBackAsync(campaign, reservation.Records - usage.Taken, left, texts);
            }
        }
    }

    private async Task GiveBackAsync(Campaign campaign, RecordCounts unused, RecordCounts left, int texts)
    {
        using var soon = new CancellationTokenSource(GivingBack);
        try
        {
            await budget.ReleaseAsync(campaign, unused, left, texts, soon.Token);
        }
        catch (Exception fault)
        {
            // It counts as spent then: too much rather than too little. What ended the analysis is the news.
            Log.NotGivenBack(logger, campaign.Id.Value, fault.GetType().Name);
        }
    }

    /// <summary>There is nothing to send of it, and nothing to pay; but it counts no oftener than if there were.</summary>
    private static TextInsight Silent(TextToAnalyse text, SampleRates rates) =>
        rates.DepthOf(text.Key, text.Language is null) == AnalysisDepth.Nothing ? new TextInsight { Status = InsightStatus.OverBudget } : TextInsight.Silent(text.Language);

    private static TextInsight Told(LanguageDocument? document, AnalysisDepth depth) => document switch
    {
        null => new TextInsight { Status = InsightStatus.NotOffered },
        _ when depth == AnalysisDepth.Nothing => new TextInsight { Status = InsightStatus.OverBudget },
        _ when IsLeft(document, depth) => TextInsight.Unanswered,
        _ => new TextInsight
        {
            Status = document.Status,
            Sentiment = document.Sentiment,
            Confidence = document.Confidence,
            Language = LanguageCode.ToTell(document.Language),
            Phrases = depth == AnalysisDepth.Phrases ? document.Phrases : [],
        },
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Nothing of the campaign {Campaign} is sent to Azure AI Language. {Reason}")]
        public static partial void Refused(ILogger logger, string campaign, string reason);

        [LoggerMessage(2, LogLevel.Warning, "What was set aside for the campaign {Campaign} and not used counts as spent ({Fault}).")]
        public static partial void NotGivenBack(ILogger logger, string campaign, string fault);

        [LoggerMessage(3, LogLevel.Warning, "The analysis of texts has spent {Percent}% of the budget of campaign {Campaign}.")]
        public static partial void BudgetNear(ILogger logger, string campaign, int percent);
    }
}
