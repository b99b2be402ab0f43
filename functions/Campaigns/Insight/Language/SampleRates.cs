namespace Campaigns.Insight.Language;

/// <summary>Which part of the texts is analysed so that the budget lasts, 0 to 1.</summary>
/// <param name="Sentiment">For sentiment.</param>
/// <param name="Language">For sentiment where the language must be found out first: never more.</param>
/// <param name="Phrases">For phrases: never more than for sentiment.</param>
internal readonly record struct SampleRates(double Sentiment, double Language, double Phrases)
{
    // A campaign is judged by at least so long a time: one busy hour, or the backlog that a first search brings, is not taken for its pace.
    private static readonly TimeSpan LeastTime = TimeSpan.FromHours(12);

    // Towards the end so much of what came is still expected, for mentions that are late.
    private const double LeastToCome = 0.1;

    public static SampleRates All { get; } = new(1, 1, 1);

    /// <summary>The rates that make what is left last to the end, if texts go on coming as they came.</summary>
    /// <param name="ledger">What is spent and what came, with the texts that are to be decided about.</param>
    /// <param name="limits">What may be spent.</param>
    /// <param name="prices">What it costs.</param>
    /// <param name="now">Now.</param>
    /// <param name="end">The campaign's end.</param>
    public static SampleRates Of(InsightLedger ledger, InsightLimits limits, LanguagePrices prices, DateTimeOffset now, DateTimeOffset end)
    {
        var ahead = Ahead(ledger.Since ?? now, now, end);
        var money = Rate(limits.Money - ledger.In(prices.Currency), (double)prices.Of(ledger.Arrived) * ahead);
        var sentiment = Math.Min(money, Of(LanguageFeature.Sentiment));
        return new SampleRates(
            sentiment,
            Math.Min(sentiment, Of(LanguageFeature.Language)),
            Math.Min(sentiment, Math.Min(Of(LanguageFeature.PersonalData), Of(LanguageFeature.KeyPhrases))));

        double Of(LanguageFeature feature) => Rate(limits[feature] - ledger.Spent[feature], ledger.Arrived[feature] * ahead);
    }

    /// <summary>How far a text goes: the same text at the same rate always as far, and those for phrases are among those for sentiment.</summary>
    public AnalysisDepth DepthOf(ulong key, bool isDetected)
    {
        var place = PlaceOf(key);
        return isDetected && place >= Language ? AnalysisDepth.Nothing
            : place < Phrases ? AnalysisDepth.Phrases
            : place < Sentiment ? AnalysisDepth.Sentiment
            : AnalysisDepth.Nothing;
    }

    /// <summary>Where a text stands between 0 and 1, evenly, whatever its key looks like.</summary>
    public static double PlaceOf(ulong key)
    {
        var mixed = key + 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>How many times as much as came so far is still to come.</summary>
    private static double Ahead(DateTimeOffset since, DateTimeOffset now, DateTimeOffset end)
    {
        if (now >= end)
        {
            // Taken in afterwards: nobody knows how much, so as much again.
            return 1;
        }

        var passed = now - since;
        return Math.Max(LeastToCome, (end - now) / (passed > LeastTime ? passed : LeastTime));
    }

    private static double Rate(decimal? left, double expected) =>
        left is not { } some ? 1 : some <= 0 ? 0 : expected <= 0 ? 1 : Math.Clamp((double)some / expected, 0, 1);
}
