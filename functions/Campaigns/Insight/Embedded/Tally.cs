namespace Campaigns.Insight.Embedded;

/// <summary>What speaks well and ill so far, sentence by sentence.</summary>
internal struct Tally()
{
    private double positive;
    private double negative;
    private double plainPositive;
    private double plainNegative;
    private double sentencePositive;
    private double sentenceNegative;
    private double factor = 1;
    private bool asked;

    /// <summary>Adds a word.</summary>
    /// <param name="valence">How well or ill it speaks.</param>
    public void Add(double valence)
    {
        plainPositive += Math.Max(valence, 0);
        plainNegative += Math.Max(-valence, 0);
        AddLightly(valence);
    }

    /// <summary>Adds what tips a score but is no evidence of its own: a text is never mixed by it.</summary>
    /// <param name="valence">How well or ill it speaks.</param>
    public void AddLightly(double valence)
    {
        sentencePositive += Math.Max(valence, 0) * factor;
        sentenceNegative += Math.Max(-valence, 0) * factor;
    }

    /// <summary>A "but": what stood before it in the sentence weighs less, what follows more.</summary>
    public void Turn()
    {
        sentencePositive *= Weights.BeforeContrast;
        sentenceNegative *= Weights.BeforeContrast;
        factor = Weights.AfterContrast;
    }

    /// <summary>The sentence is over.</summary>
    /// <param name="asks">Whether with a question mark.</param>
    public void EndSentence(bool asks)
    {
        asked |= asks;
        positive += sentencePositive * (asks ? Weights.Question : 1);
        negative += sentenceNegative * (asks ? Weights.Question : 1);
        (sentencePositive, sentenceNegative, factor) = (0, 0, 1);
    }

    /// <summary>The whole text's evidence.</summary>
    /// <param name="exclamations">How many exclamation marks it has.</param>
    public readonly Evidence Sum(int exclamations)
    {
        var sum = (positive - negative) * (asked ? Weights.AskedText : 1);
        sum += Math.Sign(sum) * Math.Min(exclamations, Weights.MostExclamations) * Weights.Exclamation;
        return new(plainPositive, plainNegative, sum / Math.Sqrt((sum * sum) + Weights.Flattening));
    }
}
