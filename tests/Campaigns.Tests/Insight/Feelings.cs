using Campaigns.Insight;
using Campaigns.Planning;

namespace Campaigns.Tests.Insight;

/// <summary>The far side of a network: a service that answers by a word that the text says, so that a test knows every count beforehand.</summary>
internal sealed class Feelings(int mostTexts = int.MaxValue) : IAnalyser
{
    private int asked;

    public int MostTexts => mostTexts;

    /// <summary>How many texts it was asked about.</summary>
    public int Asked => asked;

    /// <summary>What it does before it answers.</summary>
    public Func<IReadOnlyList<TextToAnalyse>, Task> Before { get; set; } = static _ => Task.CompletedTask;

    public async Task<AnalysedTexts> AnalyseAsync(Campaign campaign, IReadOnlyList<TextToAnalyse> texts, CancellationToken cancellationToken)
    {
        await Before(texts);
        Interlocked.Add(ref asked, texts.Count(static text => text.Text.Length > 0));
        return new AnalysedTexts([.. texts.Select(text => Of(text.Text, text.Language))], "words", "1");
    }

    /// <summary>What it says of a text.</summary>
    public static TextInsight Of(string text, string? language = null) => text.Length == 0 ? TextInsight.Silent(language) : new()
    {
        Status = text.Contains("refused", StringComparison.Ordinal) ? InsightStatus.Failed
            : text.Contains("dear", StringComparison.Ordinal) ? InsightStatus.OverBudget
            : language == "cy" ? InsightStatus.NotOffered : InsightStatus.Analysed,
        Sentiment = text.Contains("both", StringComparison.Ordinal) ? Sentiment.Mixed
            : text.Contains("love", StringComparison.Ordinal) ? Sentiment.Positive
            : text.Contains("hate", StringComparison.Ordinal) ? Sentiment.Negative : Sentiment.Neutral,
        Confidence = 0.75,
        Language = language ?? "en",
        Phrases = [.. text.Split('"').Where((_, part) => part % 2 == 1)],
    };
}
