using Campaigns.Confidentiality;
using Campaigns.Insight.Embedded;

namespace Campaigns.Tests.Confidentiality;

public sealed class HostileTextTests
{
    // Nothing can catch a stack that overflows: it would end every process that takes the text in.
    private const int SmallStack = 256 * 1024;

    [Theory]
    [InlineData("Dr ")]
    [InlineData("Mr. ")]
    [InlineData("Prof Sir Dame ")]
    [InlineData("Jane ")]
    [InlineData("J. ")]
    [InlineData("my name is ")]
    [InlineData("O'")]
    [InlineData("Smith, ")]
    [InlineData("J a n e ")]
    [InlineData("0")]
    [InlineData("oh seven ")]
    [InlineData("943 476 ")]
    [InlineData("12 St ")]
    [InlineData("LS6 ")]
    [InlineData("@a.b-c_")]
    [InlineData("#Jane")]
    [InlineData("not ")]
    [InlineData("😀‍")]
    public void A_text_of_one_word_over_and_over_is_read_with_a_small_stack(string word)
    {
        var text = string.Concat(Enumerable.Repeat(word, 64 * 1024 / word.Length));
        var redacted = "";
        var reader = new Thread(() => redacted = PersonalData.Redact(text), SmallStack);
        var analyser = new Thread(() => EmbeddedSentiment.Score(text), SmallStack);
        reader.Start();
        analyser.Start();
        reader.Join();
        analyser.Join();
        Assert.NotEmpty(redacted);
    }

    [Theory]
    [InlineData("Dr Dr Dr Smith")]
    [InlineData("Professor Sir Dr Mr Lord Dr Chris Okafor")]
    public void A_name_behind_many_titles_is_found(string text) => Assert.EndsWith("[name]", PersonalData.Redact(text), StringComparison.Ordinal);
}
