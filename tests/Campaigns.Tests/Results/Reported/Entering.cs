using Campaigns.Results.Reported;
using Campaigns.Tests.Support;

namespace Campaigns.Tests.Results.Reported;

/// <summary>Enters figures and inputs as callers over HTTP do.</summary>
public static class Entering
{
    public const string Engaged = """
        { "value": 478480, "unit": "people", "definition": "People who did something with a post, each once", "source": "Facebook Insights",
          "reportedBy": "digital team, NHS Blood and Transplant", "channel": "facebook", "account": "NHSBT", "scope": "page" }
        """;

    public static string Json(string value, string more = "") =>
        $$"""{ "value": {{value}}, "definition": "What it counts", "source": "A report", "reportedBy": "campaign office"{{more}} }""";

    public static string Followers(string value, string account = "NHSBT") => Json(value, $$""", "channel": "instagram", "account": "{{account}}" """);

    public static Task<Answer> PutAsync(TestEngine engine, string name, string date, string body, string query = "", params string[] headers)
    {
        var request = Call.Request(engine, "PUT", $"/api/campaigns/missing-type/figures/{Uri.EscapeDataString(name)}/{Uri.EscapeDataString(date)}{query}", body, headers);
        return Call.AnswerAsync(request, engine.Function<PutFigure>().Run(request, "missing-type", name, date, default));
    }

    public static Task<Answer> GetAsync(TestEngine engine, string name, string date, string query = "", params string[] headers)
    {
        var request = Call.Request(engine, "GET", $"/api/campaigns/missing-type/figures/{name}/{date}{query}", null, headers);
        return Call.AnswerAsync(request, engine.Function<GetFigure>().Run(request, "missing-type", name, date, default));
    }

    public static Task<Answer> DeleteAsync(TestEngine engine, string name, string date, string query = "", params string[] headers)
    {
        var request = Call.Request(engine, "DELETE", $"/api/campaigns/missing-type/figures/{name}/{date}{query}", null, headers);
        return Call.AnswerAsync(request, engine.Function<DeleteFigure>().Run(request, "missing-type", name, date, default));
    }

    public static Task<Answer> ListAsync(TestEngine engine, string query = "", string campaign = "missing-type")
    {
        var request = Call.Request(engine, "GET", $"/api/campaigns/{campaign}/figures{query}");
        return Call.AnswerAsync(request, engine.Function<ListFigures>().Run(request, campaign, default));
    }

    public static Task<Answer> PutInputAsync(TestEngine engine, string name, string date, string body, string query = "", params string[] headers)
    {
        var request = Call.Request(engine, "PUT", $"/api/campaigns/missing-type/inputs/{name}/{date}{query}", body, headers);
        return Call.AnswerAsync(request, engine.Function<PutInput>().Run(request, "missing-type", name, date, default));
    }
}
