using Campaigns.Insight.Embedded;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Insight.Embedded;

public class MirrorTests
{
    private static readonly Lexicon Own = Lexicon.Embedded;
    private static readonly Lexicon Mirrored = Own.Mirrored();

    /// <summary>Words that speak in every way that scoring knows, and what stands between words.</summary>
    private static readonly string[] Pieces =
    [
        .. Own.Words.Where(static word => word.Value.Valence != 0).OrderBy(static word => word.Key, StringComparer.Ordinal).Select(static word => word.Key).Where(static (_, at) => at % 97 == 0),
        .. Own.Phrases.Keys.Order(StringComparer.Ordinal).Where(static (_, at) => at % 11 == 0),
        "GREAT", "Awful", "soooo", "loooove", "not", "never", "can't", "very", "hardly", "but", "the", "nurse", "ward", "#ThankYouNHS", "#epicfail", "#lovethenhs",
        "👍🏽", "😡", "❤️", ":)", ":(", "!", "!!!", "?", "?!", ".", ",", "\n", "https://nhs.uk/flu", "@someone", "[name]", "&amp;", "fucking", "Bad Blood",
    ];

    private static Gen<string> Texts => Gen.Select(Gen.ArrayOf(Gen.Elements(Pieces)), static pieces => string.Join(' ', pieces));

    [Fact]
    public void G7_mirroring_every_polarity_of_the_lexicon_mirrors_the_score_of_any_text_exactly() => Hold(static text =>
    {
        var (evidence, opposite) = (EmbeddedSentiment.Weigh(text, Own), EmbeddedSentiment.Weigh(text, Mirrored));
        return evidence.Compound == -opposite.Compound && evidence.Positive == opposite.Negative && evidence.Negative == opposite.Positive;
    });

    [Fact]
    public void G7_mirrored_texts_land_in_mirrored_classes_with_the_same_confidence() => Hold(static text =>
    {
        var (evidence, opposite) = (EmbeddedSentiment.Weigh(text, Own), EmbeddedSentiment.Weigh(text, Mirrored));
        return opposite.Class == MirrorOf(evidence.Class) && opposite.Confidence == evidence.Confidence;
    });

    [Fact]
    public void G7_writing_the_opposite_word_for_each_word_mirrors_the_score_exactly()
    {
        var pairs = Enumerable.Range(1, 8).Select(static number => ($"goodly{(char)('a' + number)}", $"badly{(char)('a' + number)}", number / 2.0)).ToList();
        var words = Own.Words.Where(static word => word.Value.Valence == 0).ToDictionary(StringComparer.Ordinal);
        foreach (var (good, bad, valence) in pairs)
        {
            (words[good], words[bad]) = (new(valence, 0, WordKinds.Known, 0), new(-valence, 0, WordKinds.Known, 0));
        }

        var lexicon = new Lexicon(words, new Dictionary<string, double>(), Own.Languages, "made");
        string[] fillers = ["not", "very", "but", "the", "hardly", "ward", "!", "?", ".", "never"];
        var texts = Gen.ArrayOf(Gen.OneOf(
            Gen.Select(Gen.Elements(pairs.ToArray()), static pair => (pair.Item1, pair.Item2)),
            Gen.Select(Gen.Elements(pairs.ToArray()), static pair => (pair.Item2, pair.Item1)),
            Gen.Select(Gen.Elements(pairs.ToArray()), static pair => (pair.Item1.ToUpperInvariant(), pair.Item2.ToUpperInvariant())),
            Gen.Select(Gen.Elements(fillers), static filler => (filler, filler))));
        Check.QuickThrowOnFailure(Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var (one, other) = (string.Join(' ', text.Select(static piece => piece.Item1)), string.Join(' ', text.Select(static piece => piece.Item2)));
            return EmbeddedSentiment.Weigh(one, lexicon).Compound == -EmbeddedSentiment.Weigh(other, lexicon).Compound;
        }));
    }

    [Fact]
    public void G7_a_score_of_0_15_and_one_of_minus_0_15_are_as_far_from_neutral() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<int>(), static number =>
        {
            double[] scores = [0.15, Math.Sin(number), 0.2, 0.2 - 1e-12, 1, 0];
            return scores.All(static score => new Evidence(0, 0, -score).Class == MirrorOf(new Evidence(0, 0, score).Class)
                && new Evidence(3, 3, -score).Class == MirrorOf(new Evidence(3, 3, score).Class));
        }));

    private static Campaigns.Insight.Sentiment MirrorOf(Campaigns.Insight.Sentiment sentiment) => sentiment switch
    {
        Campaigns.Insight.Sentiment.Positive => Campaigns.Insight.Sentiment.Negative,
        Campaigns.Insight.Sentiment.Negative => Campaigns.Insight.Sentiment.Positive,
        var same => same,
    };

    private static void Hold(Func<string, bool> law) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Texts.ToArbitrary(), law));
}
