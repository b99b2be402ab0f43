using Campaigns.Insight;
using Campaigns.Tests.Listening.Intake;

namespace Campaigns.Tests.Insight;

public class OwnHashtagsTests
{
    [Theory]
    [InlineData("Where are the letters? #MissingType", "Where are the letters?")]
    [InlineData("#missingtype we gave ＃ＭｉｓｓｉｎｇＴｙｐｅ", "we gave")]
    [InlineData("#MissingType", "")]
    [InlineData("No #MissingTypes, and https://x.example/#MissingType", "No #MissingTypes, and https://x.example/#MissingType")]
    [InlineData("I love #GivingBlood", "I love #GivingBlood")]
    public void The_campaigns_hashtags_are_taken_out_and_nothing_else(string text, string left) =>
        Assert.Equal(left, new OwnHashtags(Listened.One(["#MissingType"]).All[0].Campaign).Without(text));
}
