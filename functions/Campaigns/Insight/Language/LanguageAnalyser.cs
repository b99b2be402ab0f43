using Campaigns.Planning;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Campaigns.Insight.Language;

/// <summary>Has texts analysed by Azure AI Language, within the campaign's budget.</summary>
/// <param name="budget">What may be spent.</param>
/// <param name="pass">Asks the service.</param>
/// <param name="options">The version of the models.</param>
/// <param name="logger">Where trouble is said.</param>
internal sealed partial class LanguageAnalyser(InsightBudget budget, LanguagePass pass, IOptions<LanguageOptions> options, ILogger<LanguageAnalyser> logger) : IAnalyser
{
    /// <summary>What this analyser is called in results.</summary>
    public const string Name = "azure-ai-language";

    // Few enough that little is paid for twice where a part fails, and enough that the ledger is not written for each.
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
        var (depths, rates) = (new AnalysisDepth[texts.Count], default(SampleRates));
        if (texts.Count > 0)
        {
            var reservation = await budget.ReserveAsync(campaign, [.. sent.Select(index => (texts[index].Key, documents[index]!))], cancellationToken);
            if (reservation.Refused is { } reason)
            {
                Log.Refused(logger, campaign.Id.Value, reason);
            }

            foreach (var (index, depth) in sent.Zip(reservation.Depths))
            {
                depths[index] = depth;
            }

            rates = reservation.Rates;
            if (reservation.Refused is null && sent.Count > 0)
            {
                await RunAsync(campaign, documents, depths, reservation, cancellationToken);
            }
        }

        return new AnalysedTexts([.. documents.Select((document, index) => texts[index].Text.Length == 0 ? Silent(texts[index], rates) : Told(document, depths[index]))], Name, version);
    }

    private async Task RunAsync(
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

        var (usage, isAnalysed) = (new LanguageUsage(), false);
        try
        {
            await pass.RunAsync(deepest, told => version = told ?? version, usage, cancellationToken);
            isAnalysed = true;
        }
        finally
        {
            if (!isAnalysed || usage.Taken != reservation.Records)
            {
                await GiveBackAsync(campaign, reservation, usage.Taken, isAnalysed);
            }
        }
    }

    private async Task GiveBackAsync(Campaign campaign, Reservation reservation, RecordCounts taken, bool isAnalysed)
    {
        using var soon = new CancellationTokenSource(GivingBack);
        try
        {
            await budget.ReleaseAsync(campaign, reservation, taken, isAnalysed, soon.Token);
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
    }
}
