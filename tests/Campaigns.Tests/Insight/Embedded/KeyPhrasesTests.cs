using Campaigns.Insight.Embedded;

namespace Campaigns.Tests.Insight.Embedded;

public class KeyPhrasesTests
{
    [Theory]
    [InlineData("Got my flu jab today at the surgery", "flu jab|surgery")]
    [InlineData("The waiting room was blue, the waiting room was warm.", "waiting room|blue|warm")]
    [InlineData("Ask your pharmacist about the shingles vaccine", "pharmacist|shingles vaccine")]
    [InlineData("It was great", "")]
    [InlineData("[name] works at https://nhs.uk with @someone on ward 7", "works|ward")]
    [InlineData("#FluJab booking website", "booking website")]
    [InlineData("GP Surgery", "gp surgery")]
    [InlineData("The nurse's kindness", "nurse kindness")]
    [InlineData("", "")]
    public void Phrases_stand_between_function_words_and_punctuation(string text, string phrases) =>
        Assert.Equal(phrases, string.Join('|', EmbeddedAnalyser.Analyse(text, null, Lexicon.Embedded).Phrases));

    [Fact]
    public void A_text_has_few_phrases_of_at_most_three_words()
    {
        var phrases = EmbeddedAnalyser.Analyse(string.Join(", ", Enumerable.Range(0, 500).Select(static number => $"clinic {(char)('a' + (number % 26))}x booking line")), null, Lexicon.Embedded).Phrases;

        Assert.Equal(KeyPhrases.Most, phrases.Count);
        Assert.All(phrases, static phrase => Assert.InRange(phrase.Split(' ').Length, 1, 3));
        Assert.Equal(phrases.Count, phrases.Distinct().Count());
    }
}
