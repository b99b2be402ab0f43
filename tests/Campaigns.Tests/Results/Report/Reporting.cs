using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Campaigns.Results.Report;
using Campaigns.Tests.Support;

namespace Campaigns.Tests.Results.Report;

/// <summary>Reads reports as callers over HTTP do.</summary>
internal static class Reporting
{
    public static Task<Answer> GetAsync(TestEngine engine, string query = "", string campaign = "missing-type", string method = "GET", params string[] headers)
    {
        var request = Call.Request(engine, method, $"/api/campaigns/{campaign}/results/report{query}", null, headers);
        return Call.AnswerAsync(request, engine.Function<GetReport>().Run(request, campaign, default));
    }

    public static async Task<string> TextAsync(TestEngine engine, string format, string campaign = "missing-type")
    {
        var answer = await GetAsync(engine, $"?format={format}", campaign);
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Text;
    }

    public static async Task<IHtmlDocument> PageAsync(TestEngine engine, string campaign = "missing-type") =>
        new HtmlParser().ParseDocument(await TextAsync(engine, "html", campaign));
}
