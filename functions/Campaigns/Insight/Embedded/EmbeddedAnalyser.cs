using Campaigns.Planning;

namespace Campaigns.Insight.Embedded;

/// <summary>The engine's own analyser: words and rules, no network, no model. It never fails, and offers English alone.</summary>
internal sealed class EmbeddedAnalyser : IAnalyser
{
    /// <summary>What results call it.</summary>
    public const string Name = "embedded";

    /// <summary>The rules' own version: it changes whenever a text may come out otherwise.</summary>
    private const string Rules = "rules 1";

    private readonly Lexicon lexicon = Lexicon.Embedded;

    /// <inheritdoc />
    public Task<AnalysedTexts> AnalyseAsync(Campaign campaign, IReadOnlyList<TextToAnalyse> texts, CancellationToken cancellationToken)
    {
        var analysed = new TextInsight[texts.Count];
        for (var at = 0; at < analysed.Length; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            analysed[at] = Analyse(texts[at].Text, texts[at].Language, lexicon);
        }

        return Task.FromResult(new AnalysedTexts(analysed, Name, $"{lexicon.Version}, {Rules}"));
    }

    /// <summary>Analyses one text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="told">The language that came with it, or null.</param>
    /// <param name="lexicon">The words.</param>
    internal static TextInsight Analyse(ReadOnlySpan<char> text, string? told, Lexicon lexicon)
    {
        if (text.IsEmpty)
        {
            return TextInsight.Silent(told);
        }

        var tokens = new Tokens(text.Length);
        try
        {
            Tokeniser.Read(text, lexicon, ref tokens);
            var language = Languages.Of(tokens, lexicon, told, out var hasWords);
            // Emoji and emoticons alone need no language.
            if (hasWords && language != Languages.English)
            {
                return new() { Status = InsightStatus.NotOffered, Language = language };
            }

            var evidence = new Scorer(tokens, lexicon).Score();
            return new()
            {
                Status = InsightStatus.Analysed,
                Sentiment = evidence.Class,
                Confidence = evidence.Confidence,
                Language = language,
                Phrases = KeyPhrases.Of(tokens, lexicon),
            };
        }
        finally
        {
            tokens.Dispose();
        }
    }
}
