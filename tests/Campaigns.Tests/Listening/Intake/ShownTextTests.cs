using Campaigns.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Intake;

public sealed class ShownTextTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_refused_value_that_is_cut_shows_no_part_of_a_number()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        // A mapping gone wrong: the text stands where the kind should be.
        var text = new string('a', 40) + " some words before it, so that it is cut within: NHS 943 476 5919 and 07700 900123";
        Assert.InRange(text.IndexOf("5919", StringComparison.Ordinal), 97, 102);

        var answer = await ListeningRun.PostAsync(engine, Line.Join(Line.Of("1"), Line.Of("2", kind: text)));

        Assert.DoesNotContain("943 476", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,77,2015-06-08T10:00:00Z,Ring Jane Smith on 07700 900123 or jo@example.org #MissingType\nx,78,2015-06-08T10:00:00Z,more #MissingType")]
    [InlineData("channel,id,createdAt,text,NHS 943 476 5919\nx,78,2015-06-08T10:00:00Z,more #MissingType,1")]
    public async Task A_table_without_a_header_is_not_shown_with_what_its_first_line_says(string csv)
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);

        var answer = await ListeningRun.PostAsync(engine, csv, "text/csv");

        Assert.False(new[] { "900123", "jo@example.org", "Jane Smith", "943 476 5919" }.Any(one => answer.Text.Contains(one, StringComparison.OrdinalIgnoreCase)), answer.Text);
    }

    [Fact]
    public async Task A_field_that_is_not_known_is_not_shown_with_what_its_name_says()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);

        var answer = await ListeningRun.PostAsync(engine, """{"channel":"x","id":"1","createdAt":"2015-06-08T10:00:00Z","text":"#MissingType","jo@example.org rings 07700 900123":1}""");

        Assert.False(answer.Text.Contains("900123", StringComparison.Ordinal), answer.Text);
    }

    [Theory]
    [InlineData(@"Ring 07700\u0020900123", "900123")]
    [InlineData(@"born\n12/03/1961 and well", "1961")]
    [InlineData(@"jo\u0040example.org", "example")]
    public void What_JSON_escapes_is_read_as_it_is_meant(string json, string part) =>
        Assert.DoesNotContain(part, ShownText.Of(json), StringComparison.Ordinal);

    [Fact]
    public void A_long_value_is_read_before_it_is_cut_wherever_the_cut_falls()
    {
        for (var before = 0; before < 1200; before++)
        {
            var shown = ShownText.Of($"{string.Concat(Enumerable.Repeat("jane.smith84@example.org ", before / 25))}{new string('a', before % 25)} NHS 943 476 5919 {new string('b', 200)}");
            Assert.DoesNotContain("943", shown, StringComparison.Ordinal);
            Assert.InRange(shown.Length, 1, ShownText.Longest + 1);
        }
    }
}
