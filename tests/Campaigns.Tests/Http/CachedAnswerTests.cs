using System.IO.Compression;
using System.Text;
using Campaigns.Http;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Tests.Http;

public class CachedAnswerTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("figures ", 1000));

    [Fact]
    public async Task What_the_caller_has_is_not_sent_again()
    {
        var first = await AskAsync(Long);
        var again = await AskAsync(Long, ("If-None-Match", first.Headers.ETag.ToString()));
        var changed = await AskAsync(Long + "!", ("If-None-Match", first.Headers.ETag.ToString()));

        Assert.Equal((200, Long), (first.StatusCode, Text(first)));
        Assert.Equal("private, no-cache", first.Headers.CacheControl.ToString());
        Assert.Equal("Accept, Accept-Encoding", first.Headers.Vary.ToString());
        Assert.Equal((304, "", first.Headers.ETag.ToString()), (again.StatusCode, Text(again), again.Headers.ETag.ToString()));
        Assert.Null(again.ContentType);
        Assert.Equal(200, changed.StatusCode);
    }

    [Fact]
    public async Task A_long_answer_is_compressed_where_the_caller_takes_that_and_keeps_its_tag()
    {
        var plain = await AskAsync(Long);
        var compressed = await AskAsync(Long, ("Accept-Encoding", "br;q=1.0, gzip;q=0.8"));
        var known = await AskAsync(Long, ("Accept-Encoding", "gzip"), ("If-None-Match", plain.Headers.ETag.ToString()));

        Assert.Equal("gzip", compressed.Headers.ContentEncoding.ToString());
        Assert.Equal(plain.Headers.ETag, compressed.Headers.ETag);
        Assert.Equal(compressed.Body.Length, compressed.ContentLength);
        Assert.True(compressed.Body.Length < Long.Length / 10);
        compressed.Body.Position = 0;
        using var reader = new StreamReader(new GZipStream(compressed.Body, CompressionMode.Decompress));
        Assert.Equal(Long, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(304, known.StatusCode);
    }

    [Theory]
    [InlineData("gzip;q=0", "long")]
    [InlineData("br", "long")]
    [InlineData("gzip", "short")]
    public async Task Else_it_is_sent_as_it_is(string takes, string length)
    {
        var body = length == "long" ? Long : "short";
        var answer = await AskAsync(body, ("Accept-Encoding", takes));

        Assert.Equal(0, answer.Headers.ContentEncoding.Count);
        Assert.Equal(body, Text(answer));
    }

    [Fact]
    public async Task HEAD_says_the_same_without_the_body()
    {
        var get = await AskAsync(Long);
        var head = await AskAsync(Long, "HEAD", []);

        Assert.Equal((200, "", get.ContentLength, get.Headers.ETag.ToString(), get.ContentType), (head.StatusCode, Text(head), head.ContentLength, head.Headers.ETag.ToString(), head.ContentType));
    }

    [Fact]
    public async Task A_file_has_the_name_under_which_it_is_saved()
    {
        var context = Context();
        await CachedAnswer.Saved(AnswerFormat.Csv, "a,b\r\n", "give-blood-results.csv").ExecuteAsync(context);

        Assert.Equal("attachment; filename=\"give-blood-results.csv\"", context.Response.Headers.ContentDisposition.ToString());
        Assert.Equal("text/csv; charset=utf-8", context.Response.ContentType);
    }

    private static Task<HttpResponse> AskAsync(string body, params (string Name, string Value)[] headers) => AskAsync(body, "GET", headers);

    private static async Task<HttpResponse> AskAsync(string body, string method, params (string Name, string Value)[] headers)
    {
        var context = Context();
        context.Request.Method = method;
        foreach (var (name, value) in headers)
        {
            context.Request.Headers[name] = value;
        }

        await new CachedAnswer("text/plain", Encoding.UTF8.GetBytes(body)).ExecuteAsync(context);
        return context.Response;
    }

    private static DefaultHttpContext Context() => new() { Response = { Body = new MemoryStream() } };

    private static string Text(HttpResponse response) => Encoding.UTF8.GetString(((MemoryStream)response.Body).ToArray());
}
