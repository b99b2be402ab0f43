using System.Buffers;
using Campaigns.Confidentiality;
using Campaigns.Insight.Embedded;
using Feeling = Campaigns.Insight.Sentiment;

namespace Campaigns.Benchmarks.Sentiment;

/// <summary>The engine's own way of a text: personal data out, then its sentiment.</summary>
internal static class Ours
{
    private const int Rounds = 5;

    public static IReadOnlyList<Found> Run(LabelledTexts texts)
    {
        var into = new ArrayBufferWriter<char>(1024);
        var redaction = Time(texts.Texts, text =>
        {
            into.ResetWrittenCount();
            return PersonalData.Redact(text, into);
        });
        var both = Time(texts.Texts, text =>
        {
            into.ResetWrittenCount();
            PersonalData.Redact(text, into);
            return (int)EmbeddedSentiment.Classify(into.WrittenSpan);
        });
        return
        [
            Found.Of("redaction and sentiment", both.Microseconds, texts.Labels, [.. both.Answers.Select(static answer => LabelOf((Feeling)answer))]),
            Found.Of("sentiment alone", both.Microseconds - redaction.Microseconds, texts.Labels, [.. texts.Texts.Select(static text => LabelOf(EmbeddedSentiment.Classify(text)))]),
        ];
    }

    /// <summary>Processor time, so that what else the machine does stays out of it, of the quickest of some rounds: the first ones are slower until the compiler has done its best.</summary>
    private static (double Microseconds, int[] Answers) Time(IReadOnlyList<string> texts, Func<string, int> answer)
    {
        var answers = new int[texts.Count];
        var microseconds = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var started = Environment.CpuUsage.TotalTime;
            for (var at = 0; at < answers.Length; at++)
            {
                answers[at] = answer(texts[at]);
            }

            microseconds = Math.Min(microseconds, (Environment.CpuUsage.TotalTime - started).TotalMicroseconds / texts.Count);
            Thread.Sleep(200);
        }

        return (microseconds, answers);
    }

    private static Label LabelOf(Feeling feeling) => feeling switch
    {
        Feeling.Positive => Label.Positive,
        Feeling.Negative => Label.Negative,
        _ => Label.Neutral,
    };
}
