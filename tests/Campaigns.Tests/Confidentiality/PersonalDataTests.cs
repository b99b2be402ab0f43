using Campaigns.Confidentiality;

namespace Campaigns.Tests.Confidentiality;

public sealed class PersonalDataTests
{
    [Fact]
    public void Each_span_is_replaced_by_its_kind() =>
        Assert.Equal(
            "Write to [email] or call [telephone], says [handle]",
            PersonalData.Redact("Write to jo@example.org or call 07700 900123, says @jo_example"));

    [Fact]
    public void A_text_without_personal_data_is_the_same_instance()
    {
        var text = "Give blood today: 3 people are saved by 470 ml. #MissingType";
        Assert.Same(text, PersonalData.Redact(text));
    }
}
