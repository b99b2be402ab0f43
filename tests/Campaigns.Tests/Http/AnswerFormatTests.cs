using Campaigns.Http;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Tests.Http;

public class AnswerFormatTests
{
    [Theory]
    [InlineData("", "", "json")]
    [InlineData("", "*/*", "json")]
    [InlineData("", "text/csv", "csv")]
    [InlineData("", "text/csv; charset=utf-8", "csv")]
    [InlineData("", "TEXT/CSV", "csv")]
    [InlineData("", "text/*", "csv")]
    [InlineData("", "application/*", "json")]
    [InlineData("", "application/jsonl", "ndjson")]
    [InlineData("", "application/json;q=0.5, text/csv", "csv")]
    [InlineData("", "text/csv;q=0, */*;q=0.1", "json")]
    [InlineData("", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "json")]
    [InlineData("", "application/json;q=0, */*", "csv")]
    [InlineData("", "*/*, text/csv", "csv")]
    [InlineData("", "image/png", "json")]
    [InlineData("", "no media type", "json")]
    [InlineData("?format=csv", "application/json", "csv")]
    [InlineData("?format=ndjson", "", "ndjson")]
    public void The_query_decides_then_Accept_then_JSON(string query, string accept, string expected)
    {
        var faults = new Faults();

        Assert.Equal(expected, AnswerFormat.Asked(Request(query, accept), [AnswerFormat.Json, AnswerFormat.Csv, AnswerFormat.Lines], faults).Name);
        Assert.False(faults.Any);
    }

    [Fact]
    public void A_format_that_is_not_offered_is_a_fault()
    {
        var faults = new Faults();
        AnswerFormat.Asked(Request("?format=ndjson", ""), [AnswerFormat.Json, AnswerFormat.Csv], faults);

        Assert.Equal(new Fault("format", "ndjson", "must be one of json, csv, or left out"), Assert.Single(faults.All));
    }

    private static HttpRequest Request(string query, string accept)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString(query);
        request.Headers.Accept = accept.Length == 0 ? default : accept;
        return request;
    }
}
