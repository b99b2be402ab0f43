using Campaigns.Insight;
using Campaigns.Insight.Embedded;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Insight.Embedded;

public class LanguagesTests
{
    [Theory]
    [InlineData("Le vaccin est disponible dans toutes les pharmacies de la ville", "fr")]
    [InlineData("Gracias a todos los médicos por su trabajo", "es")]
    [InlineData("Vielen Dank an das ganze Team, ihr seid die Besten!", "de")]
    [InlineData("Diolch yn fawr i bawb yn yr ysbyty heddiw", "cy")]
    [InlineData("Dziękuję bardzo za opiekę w szpitalu", "pl")]
    [InlineData("Obrigado a todos os enfermeiros pelo carinho", "pt")]
    [InlineData("Bedankt voor de goede zorg in het ziekenhuis", "nl")]
    [InlineData("Ho fatto il vaccino oggi, tutto bene", "it")]
    [InlineData("Mulțumesc tuturor medicilor pentru ajutor", "ro")]
    [InlineData("Teşekkürler, çok iyi bir hizmet", "tr")]
    [InlineData("Спасибо врачам за помощь", "ru")]
    [InlineData("شكرا لكم جميعا", "ar")]
    [InlineData("ਤੁਹਾਡਾ ਧੰਨਵਾਦ", "pa")]
    [InlineData("আপনাকে অনেক ধন্যবাদ", "bn")]
    [InlineData("谢谢你们的照顾", "zh")]
    [InlineData("ありがとうございます", "ja")]
    [InlineData("감사합니다", "ko")]
    public void A_language_without_a_lexicon_is_told_and_not_offered_never_neutral(string text, string language)
    {
        var insight = Analyse(text);

        Assert.Equal((InsightStatus.NotOffered, language), (insight.Status, insight.Language));
        Assert.Null(insight.Sentiment);
        Assert.Empty(insight.Phrases);
    }

    [Theory]
    [InlineData("Thanks!")]
    [InlineData("Queue at the ward")]
    [InlineData("#ThankYouNHS")]
    [InlineData("Café on ward 5 is great")]
    [InlineData("No me gusta, as they say: not for me, thanks")]
    public void Short_english_is_english(string text) => Assert.Equal((InsightStatus.Analysed, "en"), (Analyse(text).Status, Analyse(text).Language));

    [Fact]
    public void The_language_that_came_with_a_text_tips_the_scales_and_no_more()
    {
        Assert.Equal("cy", Analyse("Ysbyty Gwynedd", "cy").Language);
        Assert.Equal("en", Analyse("Ysbyty Gwynedd").Language);
        Assert.Equal("en", Analyse("The nurses at the hospital were lovely to me", "cy").Language);
        Assert.Equal("fr", Analyse("Le vaccin est disponible dans toutes les pharmacies", "en").Language);
        Assert.Equal("gd", Analyse("Tapadh leibh", "gd").Language);
    }

    [Fact]
    public void Emoji_alone_need_no_language()
    {
        Assert.Equal((InsightStatus.Analysed, Campaigns.Insight.Sentiment.Positive, null), (Analyse("❤️👏").Status, Analyse("❤️👏").Sentiment, Analyse("❤️👏").Language));
        Assert.Equal(InsightStatus.Analysed, Analyse("https://nhs.uk/flu").Status);
    }

    [Theory]
    [InlineData("airline.csv")]
    [InlineData("val_text.txt")]
    public void Labelled_texts_in_english_are_english(string name)
    {
        Assert.SkipWhen(RepositoryRoot.SharedData is null, "../shared/data is absent");
        var texts = File.ReadLines(Path.Combine(RepositoryRoot.SharedData!, "sentiment", name)).Take(3_000).Where(static text => text.Length > 0).ToList();

        Assert.InRange(texts.Count(static text => Analyse(text).Language == "en") / (double)texts.Count, 0.97, 1);
    }

    private static TextInsight Analyse(string text, string? told = null) => EmbeddedAnalyser.Analyse(text, told, Lexicon.Embedded);
}
