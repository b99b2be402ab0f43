using System.Buffers;
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

    [Fact]
    public void Offsets_are_those_of_the_original_whatever_stands_between_its_characters()
    {
        var text = "📞 ０７７００\u200B 900\u00A0123 &amp; jo&#64;example.org";
        var found = PersonalData.Find(text);
        Assert.Equal(["０７７００\u200B 900\u00A0123", "jo&#64;example.org"], found.Select(span => text.Substring(span.Start, span.Length)));
    }

    [Fact]
    public void Writing_into_a_buffer_says_the_same_as_redacting_a_string()
    {
        var text = "My NHS number is 943 476 5919, ring 07700 900123";
        var into = new ArrayBufferWriter<char>();
        Assert.Equal(2, PersonalData.Redact(text, into));
        Assert.Equal(PersonalData.Redact(text), new string(into.WrittenSpan));
    }

    [Theory]
    [InlineData("Jane Smith has HIV", "[name] has HIV")]
    [InlineData("jane smith was diagnosed with lupus", "[name] was diagnosed with lupus")]
    [InlineData("Balwinder has diabetes and is on insulin", "[name] has diabetes and is on insulin")]
    [InlineData("@jsmith84 is being treated for depression", "[handle] is being treated for depression")]
    public void Who_has_a_condition_is_removed_and_the_condition_stays(string text, string redacted) => Assert.Equal(redacted, PersonalData.Redact(text));

    [Theory]
    [InlineData("Parkinson's, Crohn's, Alzheimer's, Down's syndrome and Hodgkin's lymphoma")]
    [InlineData("B12 5mg, b12 2nd dose, 500mg twice a day, 0.3ml of Calpol")]
    [InlineData("Ring 111, 999, 101 or Samaritans on 116 123; NHS Blood is 0300 123 23 23")]
    [InlineData("Ring 116 123 any time, sort it out")]
    [InlineData("Well done Terrence Higgins Trust #111First, flu jabs at John Lewis Bath")]
    [InlineData("The clinic is on 12/03/2024 at 10:30, the march on 5 June 2015")]
    [InlineData("The NHS was born on 5 July 1948")]
    [InlineData("#MissingType #NationalBloodWeek #GiveBlood #COVID19 #Covid2021")]
    [InlineData("Great Ormond Street Hospital, James Cook University Hospital, John Lewis, Marie Curie")]
    [InlineData("2 miles down the road, a 10 minute walk, 3 men in court")]
    [InlineData("Leeds, Newcastle upon Tyne, SW1 and B12")]
    [InlineData("https://t.co/KxbSRoBEHq https://www.bbc.co.uk/news/health-55227325 https://twitter.com/i/events/1335")]
    [InlineData("Mark my words. Will you come? May is blood month, grace and hope")]
    [InlineData("BP 120/80, BMI 29.3, HbA1c 48, 95% of 12,500 people, £9.35")]
    [InlineData("ten nine eight seven six five four three two one")]
    public void What_identifies_nobody_stays(string text) => Assert.Equal(text, PersonalData.Redact(text));

    [Fact]
    public void A_redacted_text_is_not_read_as_personal_data() =>
        Assert.All(Enum.GetValues<PersonalDataKind>(), static kind => Assert.Empty(PersonalData.Find($"it was {PersonalData.Replacement(kind)} and {PersonalData.Replacement(kind)}")));
}
