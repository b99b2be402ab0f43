using Campaigns.Insight.Embedded;

namespace Campaigns.Tests.Insight.Embedded;

public class HashtagTests
{
    [Theory]
    [InlineData("#ThankYouNHS", "thank you nhs")]
    [InlineData("#thankyounhs", "thankyou nhs")]
    [InlineData("#THANKYOUNHS", "thankyou nhs")]
    [InlineData("#StopSmoking", "stop smoking")]
    [InlineData("#stopsmoking", "stop smoking")]
    [InlineData("#ilovethenhs", "i love the nhs")]
    [InlineData("#Flu_Jab2026", "flu jab 2026")]
    [InlineData("＃ProudOfOurNHS", "proud of our nhs")]
    [InlineData("#epicfail", "epicfail")]
    public void A_hashtag_is_taken_apart_into_its_words(string text, string words) => Assert.Equal(words, WordsOf(text));

    [Theory]
    [InlineData("#scunthorpe")]
    [InlineData("#winchester")]
    [InlineData("#Penistone")]
    [InlineData("#therapist")]
    [InlineData("#bournemouth")]
    public void A_name_stays_whole(string text) => Assert.Equal(text[1..].ToLowerInvariant(), WordsOf(text));

    [Fact]
    public void A_hashtag_feels_what_its_words_feel()
    {
        Assert.True(EmbeddedSentiment.Score("#ilovethenhs") > 0.2);
        Assert.True(EmbeddedSentiment.Score("#worstcare") < -0.2);
        Assert.Equal(0, EmbeddedSentiment.Score("#WorldCancerDay"));
    }

    private static string WordsOf(string text)
    {
        var tokens = new Tokens(text.Length);
        Tokeniser.Read(text, Lexicon.Embedded, ref tokens);
        var words = new List<string>();
        foreach (var token in tokens.All)
        {
            words.Add(tokens.TextOf(token).ToString());
        }

        tokens.Dispose();
        return string.Join(' ', words);
    }
}
