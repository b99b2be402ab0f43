using System.Text;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Intake;

namespace Campaigns.Tests.Listening.Intake;

public class MentionJsonTests
{
    private const string Base = """ "channel":"x","id":"1","createdAt":"2015-06-08T10:00:00Z","text":"t" """;

    [Theory]
    [InlineData("""{ "channel":"x","id":"1","createdAt":"2015-06-08T10:00:00Z" }""", "bad field", "text: is required")]
    [InlineData("""{ "id":"1","text":"t","createdAt":"2015-06-08T10:00:00Z" }""", "bad field", "channel: is required")]
    [InlineData("{}", "bad field", "channel: is required|createdAt: is required|text: is required|id: is required")]
    [InlineData("""{ "channel":"myspace","id":7,"createdAt":"2015-06-08T10:00:00","text":null }""", "bad field",
        "channel: must be one of|id: must be text of 1 to 256|createdAt: must be a time with its offset|text: is required")]
    [InlineData("{ BASE,\"author\":{\"id\":\"a\",\"followers\":-1} }", "bad field", "author.followers: must be a whole number from 0 to 10000000000")]
    [InlineData("{ BASE,\"author\":{\"id\":\"a\",\"followers\":1000000000000} }", "bad field", "author.followers: must be")]
    [InlineData("{ BASE,\"author\":{\"id\":\"a\",\"followers\":1.5} }", "bad field", "author.followers: must be")]
    [InlineData("{ BASE,\"author\":{\"id\":\"a\",\"followers\":\"12\"} }", "bad field", "author.followers: must be")]
    [InlineData("{ BASE,\"author\":{\"id\":\"a\",\"kind\":\"robot\"} }", "bad field", "author.kind: must be person or organisation")]
    [InlineData("{ BASE,\"author\":{} }", "bad field", "author: must have an id or a handle")]
    [InlineData("{ BASE,\"author\":\"me\" }", "bad field", "author: must be an object")]
    [InlineData("{ BASE,\"kind\":\"retweet\" }", "bad field", "kind: must be original, reply, share or quote")]
    [InlineData("{ BASE,\"engagement\":{\"likes\":-3,\"views\":2e400} }", "bad field", "engagement.likes: must be|engagement.views: must be")]
    [InlineData("{ BASE,\"mood\":[1,{\"a\":2}] }", "unknown field", "mood: is not a field of a mention")]
    [InlineData("{ BASE,\"author\":{\"id\":\"a\",\"age\":30} }", "unknown field", "author.age: is not a field")]
    [InlineData("{ \"channel\":\"x\",\"id\":\"\",\"createdAt\":\"2015-06-08T10:00:00Z\",\"text\":\"t\" }", "bad field", "id: must be text of 1 to 256")]
    [InlineData("{ BASE,\"text\":\"u\" }", "bad field", "text: must stand once")]
    [InlineData("{ BASE,\"id\":null }", "bad field", "id: must stand once")]
    [InlineData("{ BASE,\"author\":{\"id\":\"a\"},\"author\":{\"id\":\"b\"} }", "bad field", "author: must stand once")]
    [InlineData("{ BASE,\"author\":{\"id\":\"a\",\"id\":\"b\"} }", "bad field", "author.id: must stand once")]
    [InlineData("{ BASE,\"engagement\":{\"likes\":1,\"likes\":2} }", "bad field", "engagement.likes: must stand once")]
    [InlineData("{ \"channel\":\"x\",\"id\":\"1.33816E+18\",\"createdAt\":\"2015-06-08T10:00:00Z\",\"text\":\"t\" }", "damaged id", "id: a spreadsheet rounded this id")]
    [InlineData("{ \"channel\":\"x\",\"id\":\"1\",\"text\":\"t\",\"createdAt\":\"2026-06-08T10:05:01Z\" }", "in the future", "createdAt: must not be more than five minutes from now")]
    [InlineData("{ \"channel\":\"x\",\"id\":\"1\",\"text\":\"t\",\"createdAt\":\"2099-01-01T00:00:00Z\" }", "in the future", "createdAt: must not")]
    [InlineData("{ \"channel\":\"x\",\"id\":\"1\",\"createdAt\":\"2015-06-08T10:00:00Z\",\"text\":\"\\ud83d\" }", "bad syntax", ": must be valid Unicode")]
    [InlineData("{ BASE", "bad syntax", ": must be valid JSON")]
    [InlineData("{ BASE } {}", "bad syntax", ": must be valid JSON")]
    [InlineData("[1]", "bad syntax", ": must be one JSON object")]
    [InlineData("null", "bad syntax", ": must be one JSON object")]
    [InlineData("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}", "bad syntax|unknown field", "")]
    public void A_line_with_a_fault_is_refused_with_field_and_rule(string json, string reason, string rules)
    {
        var faults = Read(json, out _);

        Assert.Contains(faults.Reason, reason.Split('|'));
        foreach (var rule in rules.Split('|'))
        {
            Assert.Contains(faults.All, fault => $"{fault.Field}: {fault.Rule}".StartsWith(rule, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_whole_mention_is_read_field_by_field()
    {
        var faults = Read(
            """
            { "channel": "x", "id": "607900000000000001", "kind": "quote", "createdAt": "2015-06-08T11:00:00.999+01:00", "text": "#Missing\u0054ype",
              "author": { "id": "42", "handle": "rcgp", "followers": 1200, "kind": "organisation" },
              "url": "https://example.org/1", "language": "en", "engagement": { "likes": 1, "shares": 2, "comments": 0, "views": null } }
            """, out var mention);

        Assert.Null(faults.Reason);
        Assert.Equal(
            ("x", "607900000000000001", MentionKind.Quote, 1_433_757_600L, "#MissingType"),
            (mention.Channel, mention.Id.Span.ToString(), mention.Kind, mention.CreatedAt, mention.Text.Span.ToString()));
        Assert.Equal(
            ("42", "rcgp", 1200L, AuthorKind.Organisation), (mention.AuthorId.Span.ToString(), mention.AuthorHandle.Span.ToString(), mention.Followers, mention.AuthorKind));
        Assert.Equal((1L, 2L, 0L, MentionRecord.Unknown), (mention.Likes, mention.Shares, mention.Comments, mention.Views));
    }

    [Fact]
    public void A_plus_sign_may_come_escaped() =>
        Assert.Null(Read("""{ "channel":"x","id":"1","createdAt":"2015-06-08T10:00:00\u002B01:00","text":"t" }""", out _).Reason);

    [Fact]
    public void What_nobody_says_is_unknown_and_never_zero()
    {
        Read($"{{ {Base} }}", out var mention);

        Assert.Equal((false, MentionRecord.Unknown, MentionRecord.Unknown), (mention.HasAuthor, mention.Followers, mention.Likes));
    }

    [Theory]
    [InlineData(65_536, 1, true)]
    [InlineData(65_537, 1, false)]
    [InlineData(21_845, 3, true)]
    [InlineData(21_846, 3, false)]
    public void A_text_takes_up_to_64_KiB_of_UTF_8(int characters, int bytes, bool isTaken)
    {
        var text = new string(bytes == 1 ? 'a' : '血', characters);

        var faults = Read($$"""{ "channel":"x","id":"1","createdAt":"2015-06-08T10:00:00Z","text":"{{text}}" }""", out _);

        Assert.Equal(isTaken ? null : Refusal.BadField, faults.Reason);
    }

    [Fact]
    public void A_long_value_is_cut_before_it_is_shown()
    {
        var faults = Read($$"""{ {{Base}}, "kind": "{{new string('k', 5000)}}" }""", out _);

        Assert.Equal(101, Assert.Single(faults.All).Value!.Length);
    }

    private static LineFaults Read(string json, out Mention mention)
    {
        var faults = new LineFaults();
        mention = new Mention();
        mention.Clear();
        MentionJson.Read(Encoding.UTF8.GetBytes(json.Replace("BASE", Base, StringComparison.Ordinal)), mention, faults);
        if (!faults.IsBroken)
        {
            new MentionRules(DateTimeOffset.Parse("2026-06-08T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture), null, deriveIds: false).Check(mention, faults);
        }

        return faults;
    }
}
