using Campaigns.Insight;
using Campaigns.Insight.Embedded;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Tests.Insight.Embedded;

public class EmbeddedAnalyserTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_text_gets_its_answer_in_order_with_analyser_and_version()
    {
        var analysed = await new EmbeddedAnalyser().AnalyseAsync(null!, [Text("Lovely nurses"), Text("Merci beaucoup"), Text(""), Text("Awful wait")], None);

        Assert.Equal("embedded", analysed.Analyser);
        Assert.Matches(@"^vader-sentiment 1\.1\.3, rules \d+$", analysed.Version);
        Assert.Equal([InsightStatus.Analysed, InsightStatus.NotOffered, InsightStatus.Analysed, InsightStatus.Analysed], analysed.Texts.Select(static text => text.Status));
        Assert.Equal(
            [Campaigns.Insight.Sentiment.Positive, null, Campaigns.Insight.Sentiment.Neutral, Campaigns.Insight.Sentiment.Negative],
            analysed.Texts.Select(static text => text.Sentiment));
        Assert.All(analysed.Texts, static text => Assert.InRange(text.Confidence, 0, 1));
    }

    [Theory]
    [InlineData("\uD83D lovely \uDE00\uD83D")]
    [InlineData("\0\uFFFF\uFFFE lovely")]
    [InlineData("lovely # @ [ & [x &lt; \u200D\uFE0F")]
    [InlineData("lovely e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301")]
    [InlineData("lovely ###__#9_ @@@ [[]] :::)))")]
    public void Broken_and_odd_texts_are_read_all_the_same(string text) => Assert.True(EmbeddedSentiment.Score(text) > 0);

    [Theory]
    [InlineData("a")]
    [InlineData("not ")]
    [InlineData("very GOOD! ")]
    [InlineData("#")]
    [InlineData("#aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ")]
    [InlineData("😡")]
    [InlineData(":(")]
    [InlineData("[")]
    [InlineData("h")]
    [InlineData("&")]
    [InlineData("can't can't wait ")]
    [InlineData("\uD83D")]
    [InlineData("é")]
    public void Sixty_four_kilobytes_of_anything_are_scored(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 65_536 / piece.Length));

        var insight = EmbeddedAnalyser.Analyse(text, null, Lexicon.Embedded);

        Assert.InRange(EmbeddedSentiment.Score(text), -1, 1);
        Assert.InRange(insight.Phrases.Count, 0, KeyPhrases.Most);
    }

    [Fact]
    public void Scoring_allocates_nothing()
    {
        var text = "Still waiting for my appointment, soooo slow! But the nurse was LOVELY ❤️ #ThankYouNHS #thankyounhs https://nhs.uk :)";
        EmbeddedSentiment.Score(text);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1_000; round++)
        {
            EmbeddedSentiment.Score(text);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);
    }

    [Fact]
    public void The_engine_analyses_by_itself_where_no_service_is_set() => Assert.Equal(
        typeof(EmbeddedAnalyser),
        Assert.Single(new ServiceCollection().AddInsight(new ConfigurationBuilder().Build()), static service => service.ServiceType == typeof(IAnalyser)).ImplementationType);

    private static TextToAnalyse Text(string text) => new(text, null, 0);
}
