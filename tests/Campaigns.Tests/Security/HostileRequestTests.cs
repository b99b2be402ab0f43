using System.Text;
using Campaigns.Http;
using Campaigns.Results.Feed;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Security;

/// <summary>What no sane caller sends, at every route that would take it.</summary>
public sealed class HostileRequestTests(AzuriteFixture azurite)
{
    /// <summary>Texts that a table key, a path or a filter could trip over.</summary>
    private static readonly string[] Texts =
    [
        "a/b", @"a\b", "a#b", "a?b", "..", ".", "%2F", "a%2Fb", "a%00b", "a\0b", "a\r\nb", "a\u0085b", "a\u2028b", "\ufffd", "\ud800", "\udc00a", "📢", "é", "\u00c0\u00af", "~", " ", "",
        "a'b", "' or PartitionKey ne '", "a') or (RowKey gt '", "a|b", "a,b", "A", "=1+1", "<b>", new('a', 1025), new('é', 1025),
    ];

    /// <summary>Bodies that are no JSON, or JSON that nobody wants.</summary>
    private static readonly byte[][] Bodies =
    [
        .. new[]
        {
            "", " ", "null", "true", "1", "\"a\"", "[]", "[null]", "[[]]", "[1]", "{", "{}}", "{\"a\":}", "{\"a\":1,\"a\":2}", "{\"\":1}", "{\"a\\u0000b\":1}", "{\"name\":\"\\ud800\"}", "{\"\\udfff\":1}",
            "{\"name\":\"a\\u0000b\"}", "{\"name\":1e400}", "{\"name\":-1e400}", "{\"name\":99999999999999999999999999}", "{\"name\":NaN}", "{\"name\":'a'}", "{\"name\":\"a\",}", "{/* a */}", "{} {}",
            Nested(64), Nested(65), Nested(100_000), $"{{\"name\":\"{new string('a', 500_000)}\"}}", $"{{\"{new string('a', 500_000)}\":1}}",
        }.Select(Encoding.UTF8.GetBytes),
        [0xff], [0xc0, 0xaf], [.. "{\"name\":\""u8, 0xc0, 0xaf, .. "\"}"u8], [.. "{\"name\":\""u8, 0xed, 0xa0, 0x80, .. "\"}"u8], [0xef, 0xbb, 0xbf, .. "{}"u8], [0xff, 0xfe, .. "{}"u8], [0x1f, 0x8b, 0x08, 0x00],
    ];

    [Fact]
    public async Task Any_text_in_the_place_of_an_id_names_nothing_and_makes_nothing()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        var call = new FunctionCall(engine);
        var wrong = new List<string>();
        foreach (var route in ServedRoute.All.Where(route => route.Method != "HEAD"))
        {
            foreach (var name in FunctionCall.ParametersOf(route))
            {
                foreach (var text in Texts)
                {
                    var values = FunctionCall.Plain(route);
                    values[name] = text;
                    var example = FunctionCall.ExampleOf(route);
                    var answer = await call.AskAsync(route, values, body: example is var (mediaType, body) ? FunctionCall.Body(body, mediaType) : null);
                    // What speaks for and against a hashtag is told of every text, and a figure may be called A.
                    var isGood = route.Path.StartsWith("/api/hashtags/", StringComparison.Ordinal) || (text == "A" && name == "name");
                    if (answer.Status >= 500 || (answer.Status < 400 && !isGood))
                    {
                        wrong.Add($"{route} with {name} = {Shown(text)}: {answer.Status} {answer.Text}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Any_text_in_a_query_is_read_or_refused()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        var call = new FunctionCall(engine);
        var wrong = new List<string>();
        Assert.True(ServedRoute.All.Sum(route => FunctionCall.QueriesOf(route).Count) > 40, "The queries are not read.");
        foreach (var route in ServedRoute.All.Where(route => route.Method != "HEAD"))
        {
            foreach (var name in FunctionCall.QueriesOf(route))
            {
                foreach (var text in Texts)
                {
                    var answer = await call.AskAsync(route, FunctionCall.Plain(route), $"?{name}={Escaped(text)}", FunctionCall.ExampleOf(route) is var (mediaType, body) ? FunctionCall.Body(body, mediaType) : null);
                    if (answer.Status >= 500 && !(answer.Status == 501 && route.Path.Contains("odata", StringComparison.Ordinal)))
                    {
                        wrong.Add($"{route}?{name}={Shown(text)}: {answer.Status} {answer.Text}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Any_body_is_read_or_refused_and_nothing_of_it_fails_inside()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        var call = new FunctionCall(engine);
        var wrong = new List<string>();
        foreach (var route in ServedRoute.All.Where(route => FunctionCall.ExampleOf(route) is not null))
        {
            foreach (var body in Bodies)
            {
                var answer = await call.AskAsync(route, FunctionCall.Plain(route), body: FunctionCall.Body(body));
                var isEmptyList = answer.Status is 200 or 201 && body.AsSpan().SequenceEqual("[]"u8);
                var isUnsigned = answer.Status == 401 && route.Roles.IsSigned;
                if (answer.Status is not (400 or 404 or 409 or 415 or 422) && !isEmptyList && !isUnsigned)
                {
                    wrong.Add($"{route} with {Shown(Encoding.UTF8.GetString(body))}: {answer.Status} {answer.Text}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Of what a caller prefers, the page's size is told back.</summary>
    [Theory]
    [InlineData("maxpagesize\u00a0=\u00a05", "maxpagesize=5")]
    [InlineData("respond-async, odata.maxpagesize=\u20287", "odata.maxpagesize=7")]
    [InlineData("maxpagesize=5\u00e9", "")]
    public async Task No_header_of_an_answer_has_a_letter_that_its_caller_chose(string preferred, string applied)
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var request = Call.Request(engine, "GET", "/api/odata/Campaigns");
        request.HttpContext.Features.Set(Caller.Local);
        request.Headers["Prefer"] = preferred;
        var answer = await Call.AnswerAsync(request, engine.Function<GetFeedRows>().Run(request, "Campaigns", default));
        Assert.Equal(200, answer.Status);
        Assert.Equal(applied, answer.Headers["Preference-Applied"].ToString());
    }

    private static string Nested(int depth) => $"{{\"name\":{new string('[', depth)}{new string(']', depth)}}}";

    private static string Shown(string text) => string.Concat((text.Length > 60 ? text[..60] : text).Select(letter => letter is < ' ' or > '~' ? $"\\u{(int)letter:x4}" : $"{letter}"));

    /// <summary>Half of a surrogate pair has no bytes of its own: what a client makes of it is what a host would hand over.</summary>
    private static string Escaped(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(letter => $"%{letter:x2}"));
}
