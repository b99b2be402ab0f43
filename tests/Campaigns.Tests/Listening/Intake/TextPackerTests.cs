using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Intake;
using Campaigns.Listening.Texts;
using Campaigns.Tests.Support;

namespace Campaigns.Tests.Listening.Intake;

public class TextPackerTests
{
    private static readonly CellId Hour = new("c", "g", 398_000);

    [Fact]
    public async Task Texts_come_out_as_they_went_in_and_no_message_is_too_long()
    {
        var (queue, random) = (new KeptMessages(), new Random(7));
        var packer = new TextPacker(queue);
        var texts = Enumerable.Range(0, 5_000).Select(number => $"{number} Give blood, {random.Next()} of us did {(number % 50 == 0 ? "👨‍👩‍👧‍👦" : "")} #MissingType").ToList();
        foreach (var (number, text) in texts.Index())
        {
            packer.Add(Hour with { Hour = Hour.Hour + (number % 2) }, (ulong)number, number % 2 == 0 ? "x" : "bluesky", Match(), number % 3 == 0 ? "en" : null, Encoding.UTF8.GetBytes(text));
            await packer.SendAsync(default);
        }

        await packer.FlushAsync(default);

        var batches = queue.Messages.Select(TextsMessage.Read).ToList();
        Assert.All(queue.Messages, message => Assert.True(message.ToMemory().Length <= MentionsMessage.Longest));
        Assert.Equal(texts, batches.SelectMany(batch => batch.Texts).OrderBy(text => text.Key).Select(text => text.Text));
        Assert.All(batches.SelectMany(batch => batch.Texts.Select(text => (batch, text))), read => Assert.Equal(
            (Hour.Hour + (long)(read.text.Key % 2), read.text.Key % 2 == 0 ? "x" : "bluesky", 1UL, read.text.Key % 3 == 0 ? "en" : null),
            (read.batch.Hour.Hour, read.text.Channel, read.text.Tags, read.text.Language)));
        Assert.Equal(batches.Count, batches.Select(batch => batch.Batch).Distinct().Count());
        Assert.True(batches.Count < 20, $"{batches.Count}");
    }

    [Fact]
    public async Task What_cannot_be_compressed_is_split_until_it_fits()
    {
        var queue = new KeptMessages();
        var packer = new TextPacker(queue);
        for (var number = 0; number < 40; number++)
        {
            packer.Add(Hour, (ulong)number, "x", Match(), null, Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(16_000))));
        }

        await packer.FlushAsync(default);

        Assert.All(queue.Messages, message => Assert.True(message.ToMemory().Length <= MentionsMessage.Longest));
        Assert.Equal(40, queue.Messages.Sum(message => TextsMessage.Read(message).Texts.Count));
    }

    [Fact]
    public async Task A_year_of_hours_in_one_request_waits_in_bounded_memory()
    {
        var queue = new KeptMessages();
        var packer = new TextPacker(queue);
        var text = Encoding.UTF8.GetBytes(new string('a', 4_000));
        for (var number = 0; number < 8_000; number++)
        {
            packer.Add(Hour with { Hour = number }, (ulong)number, "x", Match(), null, text);
            await packer.SendAsync(default);
        }

        // 32 MB were taken in: all but the 8 MB that may wait are sent.
        Assert.True(queue.Messages.Count > 5_000, queue.Messages.Count.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_long_text_is_cut_between_letters_after_it_was_redacted()
    {
        var safe = new SafeText();

        Assert.Equal(5_120, Encoding.UTF8.GetString(safe.Of(new string('a', 60_000))).Length);
        Assert.Equal(0, safe.Of(string.Concat(Enumerable.Repeat("👩🏽‍⚕️", 6_000))).Length % Encoding.UTF8.GetByteCount("👩🏽‍⚕️"));
        Assert.DoesNotContain("0770", Encoding.UTF8.GetString(safe.Of(new string('a', 5_110) + " 07700 900123")), StringComparison.Ordinal);
        Assert.Equal("again", Encoding.UTF8.GetString(safe.Of("again")));
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("CY_gb", "cy")]
    [InlineData("eng", null)]
    [InlineData("", null)]
    [InlineData("1a", null)]
    [InlineData("é", null)]
    public void A_language_is_the_two_letters_that_its_tag_begins_with(string tag, string? language) =>
        Assert.Equal((language, language), (LanguageTags.Find(tag), LanguageTags.Find(Encoding.UTF8.GetBytes(tag))));

    [Theory]
    [InlineData("{}")]
    [InlineData("no JSON")]
    [InlineData("""{"v":2,"campaign":"c","generation":"g","hour":"2015060810","batch":1,"texts":""}""")]
    [InlineData("""{"v":1,"campaign":"c","generation":"g","hour":"2015060810","batch":1,"texts":"AAAA"}""")]
    public void A_damaged_message_is_refused(string message) => Assert.Throws<CellFormatException>(() => TextsMessage.Read(new BinaryData(message)));

    private static TextMatch Match()
    {
        var match = default(TextMatch);
        match.Add(new TagUse(0, 1));
        return match;
    }
}
