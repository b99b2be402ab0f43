namespace Campaigns.Insight.Embedded;

/// <summary>How a text in English feels, by the words it has.</summary>
public static class EmbeddedSentiment
{
    /// <summary>Scores a text from -1 to 1.</summary>
    /// <param name="text">The text, best without personal data.</param>
    public static double Score(ReadOnlySpan<char> text) => Weigh(text, Lexicon.Embedded).Compound;

    /// <summary>What speaks well and ill in a text.</summary>
    /// <param name="text">The text, best without personal data.</param>
    public static Evidence Weigh(ReadOnlySpan<char> text) => Weigh(text, Lexicon.Embedded);

    /// <summary>The class of a text.</summary>
    /// <param name="text">The text, best without personal data.</param>
    public static Sentiment Classify(ReadOnlySpan<char> text) => Weigh(text).Class;

    internal static Evidence Weigh(ReadOnlySpan<char> text, Lexicon lexicon)
    {
        var tokens = new Tokens(text.Length);
        try
        {
            Tokeniser.Read(text, lexicon, ref tokens);
            return new Scorer(tokens, lexicon).Score();
        }
        finally
        {
            tokens.Dispose();
        }
    }
}
