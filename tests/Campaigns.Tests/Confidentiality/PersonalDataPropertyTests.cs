using System.Text;
using Campaigns.Confidentiality;
using Campaigns.Tests.Confidentiality.Corpus;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Confidentiality;

public sealed class PersonalDataPropertyTests
{
    private static readonly string[] Parts =
    [
        "07700", "900123", "943 476 5919", "9", "SW1A", "1AA", "AB12", "CDE", "@", "jane", "Jane", "Smith", "Dr", "has", "HIV", "dob", "12/03/1961", "born", "mrn", "K123456", "acc", "12345678",
        "20-00-00", "Flat", "12", "High", "Street", "[name]", "[nhsNumber]", "at", "dot", "com", "nine", "double", "hundred", "#", "//", "http://", "twitter", ".com/", "_", "'", "\u200B", "&#64;", "%40", "&",
        "\uD83D", "\uDE00", "\uFFFF", "\uFFFE", "\0", "９", "𝟗", "é", "\n", " ", " ", " ", ", ", ". ", "-", "my name is", "and", "u/", "x-ray", "lima", "oh", "£", "number",
    ];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Parts).ListOf().Select(static parts => string.Concat(parts)).ToArbitrary();

    private static readonly Arbitrary<string> Anything = Gen.Choose(0, char.MaxValue).Select(static code => (char)code).ListOf().Select(static units => new string([.. units])).ToArbitrary();

    [Fact]
    public void Redacting_twice_is_redacting_once() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(Texts, static text => PersonalData.Redact(text) is var once && PersonalData.Redact(once) == once));

    [Theory]
    [InlineData("Dr. 943 476 5919 Dr")]
    [InlineData("Dr. 943 476 5919 Dr 07700 900123 Dr Dr. Dr 943 476 5919 Dr. SW1A 1AA Dr")]
    [InlineData("twitter. nine20-00-00lima\uFFFE943 476 5919\u00E9has#%40dob12. born_12/03/1961mrnHIVJane")]
    public void What_a_label_would_read_behind_something_redacted_is_redacted_at_once(string text) =>
        Assert.Equal(PersonalData.Redact(text), PersonalData.Redact(PersonalData.Redact(text)));

    [Fact]
    public void Redacting_labelled_posts_twice_is_redacting_them_once() =>
        Assert.All(PersonalDataCorpus.All(60, 3), static post => Assert.Equal(PersonalData.Redact(post.Text), PersonalData.Redact(PersonalData.Redact(post.Text))));

    [Fact]
    public void Spans_stand_in_order_inside_the_text() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(Texts, AreInOrder));

    [Fact]
    public void Any_sequence_of_utf16_is_read() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Anything, AreInOrder));

    [Fact]
    public void What_is_not_found_is_kept() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Texts, static text =>
        {
            var kept = new StringBuilder();
            var at = 0;
            foreach (var span in PersonalData.Find(text))
            {
                kept.Append(text, at, span.Start - at).Append(PersonalData.Replacement(span.Kind));
                at = span.End;
            }

            return kept.Append(text, at, text.Length - at).ToString() == PersonalData.Redact(text);
        }));

    private static bool AreInOrder(string text)
    {
        var at = 0;
        foreach (var span in PersonalData.Find(text))
        {
            if (span.Start < at || span.Length <= 0 || span.End > text.Length)
            {
                return false;
            }

            at = span.End;
        }

        return true;
    }
}
