using Campaigns.Insight.Embedded;
using static Campaigns.Insight.Sentiment;

namespace Campaigns.Tests.Insight.Embedded;

public class EmbeddedSentimentTests
{
    [Theory]
    [InlineData("The nurses on the ward were lovely and so kind")]
    [InlineData("Can't fault the care I had at the clinic")]
    [InlineData("Got my flu jab in five minutes, staff were brilliant")]
    [InlineData("Thank you to everyone at A&E who looked after my dad last night")]
    [InlineData("The NHS saved my life")]
    [InlineData("Easy to book, in and out in ten minutes")]
    [InlineData("Couldn't have asked for better care")]
    [InlineData("I have never been treated so well")]
    [InlineData("Cervical screening isn't scary, honest")]
    [InlineData("They saved my baby’s life, I can’t thank them enough")]
    public void Praise_of_care_is_positive(string text) => Assert.Equal(Positive, EmbeddedSentiment.Classify(text));

    [Theory]
    [InlineData("Still waiting for my appointment after nine hours in A&E. Appalling.")]
    [InlineData("My operation was cancelled again, nobody told me why")]
    [InlineData("Can't get an appointment for three weeks")]
    [InlineData("Left in a corridor on a trolley all night, an utter disgrace")]
    [InlineData("Fobbed off by the receptionist again")]
    [InlineData("Nobody should have to wait that long")]
    [InlineData("I've never been treated so badly")]
    [InlineData("2 years on the waiting list for a hip replacement")]
    [InlineData("The campaign poster is rubbish")]
    [InlineData("Vaccines cause more harm than good")]
    [InlineData("The booking website is down and the phone line keeps cutting me off, useless")]
    public void Complaint_about_care_is_negative(string text) => Assert.Equal(Negative, EmbeddedSentiment.Classify(text));

    [Theory]
    [InlineData("Cancer screening week starts on Monday")]
    [InlineData("Flu jab appointments open tomorrow at the surgery")]
    [InlineData("Know the symptoms of stroke, diabetes and heart disease")]
    [InlineData("The clinic is open from 9 to 5")]
    [InlineData("Stop smoking clinics now open in Leeds")]
    [InlineData("Anyone know if the walk-in clinic is open Sunday?")]
    [InlineData("Screening could catch it early")]
    [InlineData("")]
    public void What_a_campaign_is_about_is_no_mood(string text) => Assert.Equal(Neutral, EmbeddedSentiment.Classify(text));

    [Theory]
    [InlineData("The ward was great but the food was horrible")]
    [InlineData("Wonderful nurses, horrible food")]
    public void Strong_praise_beside_strong_blame_is_mixed(string text) => Assert.Equal(Mixed, EmbeddedSentiment.Classify(text));

    [Theory]
    [InlineData("The care was good", "The care was not good")]
    [InlineData("She is helpful", "She isn't helpful")]
    [InlineData("She is helpful", "She isnt helpful")]
    [InlineData("The staff were kind", "The staff were never kind")]
    [InlineData("The staff were kind", "The staff were not at all kind")]
    [InlineData("I think the vaccine is safe and good", "I don't think the vaccine is good")]
    [InlineData("It won’t help, it's terrible", "It's not terrible")]
    public void Negation_turns_what_it_reaches(string text, string negated) => Assert.True(Score(text) * Score(negated) < 0, $"{Score(text)}, {Score(negated)}");

    [Fact]
    public void Negation_ends_at_punctuation_and_after_a_few_words()
    {
        Assert.True(Score("It is not, great nurse, bad") > Score("It is not great nurse, bad"));
        Assert.True(Score("No beds on ward seven in the new wing today, great nurses") > 0);
    }

    [Fact]
    public void What_only_looks_like_a_negation_turns_nothing()
    {
        Assert.True(Score("Never so kind a nurse") > 0);
        Assert.True(Score("Not only kind but also quick") > 0);
        Assert.True(Score("No problem at all") > 0);
        Assert.True(Score("I can't wait for tomorrow") > 0);
    }

    [Theory]
    [InlineData("very good", "good")]
    [InlineData("GOOD care", "good care")]
    [InlineData("good!!!", "good")]
    [InlineData("goooood", "good")]
    [InlineData("really very good", "very good")]
    [InlineData("good", "somewhat good")]
    [InlineData("good", "good?")]
    [InlineData("slow but good", "good but slow")]
    public void Emphasis_makes_stronger_and_doubt_weaker(string stronger, string weaker) => Assert.True(Score(stronger) > Score(weaker), $"{Score(stronger)}, {Score(weaker)}");

    [Fact]
    public void Capitals_mean_nothing_where_everything_is_in_capitals() => Assert.Equal(Score("the care was good"), Score("THE CARE WAS GOOD"));

    [Theory]
    [InlineData("😡", -1)]
    [InlineData("❤️", 1)]
    [InlineData("❤", 1)]
    [InlineData("👍🏿", 1)]
    [InlineData("👎🏻", -1)]
    [InlineData("🤦‍♀️", -1)]
    [InlineData(":)", 1)]
    [InlineData("ward 5 :-(", -1)]
    [InlineData("great:)", 1)]
    [InlineData("my gp &lt;3", 1)]
    [InlineData("🏴󠁧󠁢󠁷󠁬󠁳󠁿", 0)]
    public void Emoji_and_emoticons_count_in_every_dress(string text, int sign) => Assert.Equal(sign, Math.Sign(Score(text)));

    [Theory]
    [InlineData("see (page 8)")]
    [InlineData("https://example.org/worst:(")]
    [InlineData("@awful_handle")]
    [InlineData("from 9:00/10:30")]
    [InlineData("[name] and [nhsNumber]")]
    [InlineData("nhs.uk/worst-pain")]
    public void Links_handles_placeholders_and_figures_say_nothing(string text) => Assert.Equal(0, Score(text));

    [Theory]
    [InlineData("like a hospital", 0)]
    [InlineData("I really like this hospital", 1)]
    [InlineData("Bad Blood by Taylor Swift is on", 0)]
    public void A_word_with_two_meanings_is_weighed_by_its_neighbours(string text, int sign) =>
        Assert.Equal(sign, Math.Abs(Score(text)) < 0.2 ? 0 : Math.Sign(Score(text)));

    [Fact]
    public void A_swear_word_before_praise_only_makes_it_stronger() => Assert.True(Score("fucking brilliant nurses") > Score("brilliant nurses"));

    private static double Score(string text) => EmbeddedSentiment.Score(text);
}
