using Campaigns.Tests.Insight;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Publishing;
using Campaigns.Tests.Support;

namespace Campaigns.Tests.Http.OpenApi;

/// <summary>A walk over every route of the API with the examples of its description: each is sent to the real function.</summary>
internal sealed class ApiWalk(TestEngine engine, WalkCalls calls)
{
    private const string Campaign = WalkCalls.Campaign;

    private readonly EngineWalk around = new(engine, calls);

    public async Task EverywhereAsync()
    {
        await around.KeysAsync();
        await CampaignsAsync();
        await SupportersAsync();
        await PostsAsync();
        await calls.GetAsync(200, "/results", "/results?format=csv", "/results/timeline?grain=hour");
        await MentionsAsync();
        await around.WebhooksAsync();
        await EntriesAsync();
        await calls.GetAsync(
            200, "/results", "/results?format=csv", "/results.csv", "/results/timeline", "/results/timeline?grain=hour", "/results/timeline?format=csv", "/results/timeline?format=ndjson", "/results/timeline.csv",
            "/results/report", "/results/report?format=md", "/results/report?format=json", "/results?from=2015-06-05&to=2015-06-14", "/results?from=2015-06-12&compareTo=2015-06-11", "/results.csv?to=2015-06-14", "/results/report?format=json&from=2015-06-14", "/results/report?format=json&from=2015-06-12&compareTo=2015-06-11", "/results/contributors", "/listening", "/insight");
        await calls.GetAsync(410, "/results/contributors?after=gone.1");
        await calls.GetAsync(400, "/results?from=June", "/results.csv?to=", "/results/report?from=2015", "/results/report?compareTo=June");
        await calls.GetAsync(422, "/results?from=2014-06-05", "/results?format=xml", "/results/timeline?grain=week", "/results/report?format=pdf", "/results/contributors?limit=0");
        await around.FeedAsync();
        await around.AroundAsync();
        await around.ErasuresAsync();
        await calls.AskAsync(204, "DELETE", Campaign);
        await calls.AskAsync(409, "PUT", $"{Campaign}/posts/late", "{}");
    }

    private async Task CampaignsAsync()
    {
        await calls.SendAsync(201, "PUT", Campaign, "putCampaign", "whole");
        await calls.SendAsync(201, "PUT", "/api/campaigns/other", "putCampaign", "least");
        await calls.AskAsync(428, "PUT", Campaign, (await calls.AskAsync(200, "GET", Campaign)).Text);
        var known = await calls.AskAsync(200, "GET", Campaign);
        await calls.AskAsync(304, "GET", Campaign, null, $"If-None-Match: {known.ETag}");
        await calls.AskAsync(200, "PUT", Campaign, known.Text, $"If-Match: {known.ETag}");
        await calls.AskAsync(412, "PUT", Campaign, known.Text, $"If-Match: {known.ETag}");
        await calls.AskAsync(422, "PUT", Campaign, """{ "name": " ", "hashtags": [] }""");
        await calls.AskAsync(400, "PUT", Campaign, "{");
        await calls.AskAsync(404, "GET", "/api/campaigns/nowhere");
        await calls.AskAsync(200, "GET", "/api/campaigns?limit=1");
        await calls.AskAsync(422, "GET", "/api/campaigns?limit=0");
    }

    private async Task SupportersAsync()
    {
        await calls.GetAsync(404, "/supporters");
        await calls.SendAsync(201, "PUT", $"{Campaign}/supporters", "putSupporters", "list");
        await calls.GetAsync(200, "/supporters", "/supporters?format=csv");
        await calls.SendAsync(200, "PUT", $"{Campaign}/supporters", "putSupporters", "file", "If-Match: *");
        await calls.AskAsync(200, "PUT", $"{Campaign}/supporters", (await calls.AskAsync(200, "GET", $"{Campaign}/supporters")).Text, "If-Match: *");
    }

    private async Task PostsAsync()
    {
        await calls.SendAsync(201, "PUT", $"{Campaign}/posts/launch", "putPost", "byHand");
        var second = await calls.SendAsync(201, "PUT", $"{Campaign}/posts/second", "putPost", "variants");
        await calls.AskAsync(304, "GET", $"{Campaign}/posts/second", null, $"If-None-Match: {second.ETag}");
        await calls.GetAsync(200, "/posts", "/posts/launch");
        await calls.AskAsync(200, "POST", $"{Campaign}/posts/second/hold");
        await calls.AskAsync(200, "POST", $"{Campaign}/posts/second/release");
        await calls.AskAsync(200, "POST", $"{Campaign}/posts/second/cancel");
        await calls.AskAsync(409, "POST", $"{Campaign}/posts/second/hold");
        await calls.AskAsync(200, "POST", "/api/hold");
        await calls.AskAsync(200, "POST", "/api/release");
        await PublishingSteps.RunAsync(engine);
        var task = (await calls.AskAsync(200, "GET", $"{Campaign}/deliveries?state=manual")).Json.GetProperty("items")[0].GetProperty("id").GetString()!;
        await calls.SendAsync(200, "POST", $"{Campaign}/deliveries/{task}/resolve", "resolveDelivery", "again");
        await PublishingSteps.RunAsync(engine);
        await calls.SendAsync(200, "POST", $"{Campaign}/deliveries/{task}/resolve", "resolveDelivery", "published");
        await calls.AskAsync(422, "GET", $"{Campaign}/deliveries?state=lost");
        await calls.AskAsync(409, "DELETE", $"{Campaign}/posts/launch");
        await calls.AskAsync(204, "DELETE", $"{Campaign}/posts/second");
    }

    private async Task MentionsAsync()
    {
        await calls.SendAsync(202, "POST", "/api/mentions", "postMentions", "lines");
        await calls.SendAsync(202, "POST", "/api/mentions", "postMentions", "array");
        await calls.SendAsync(202, "POST", "/api/mentions?channel=x", "postMentions", "tweets");
        await calls.TryAsync("POST", "/api/mentions", """{"channel":"x"}""", "application/x-ndjson");
        await calls.TryAsync("POST", "/api/mentions", "mentions", "text/plain");
        await ListeningRun.TrackAsync(engine);
        await AnalysingRun.AnalyseAsync(engine);
        await ListeningRun.SweepAsync(engine);
    }

    private async Task EntriesAsync()
    {
        var engaged = await calls.SendAsync(201, "PUT", $"{Campaign}/figures/people-engaged/2015-06-21", "putFigure", "engaged");
        await calls.SendAsync(201, "PUT", $"{Campaign}/figures/film-views/2015-06-21", "putFigure", "unknown");
        await calls.SendAsync(201, "PUT", $"{Campaign}/inputs/mediaSpend/2015-06-21", "putInput", "spend");
        await calls.AskAsync(304, "GET", $"{Campaign}/figures/people-engaged/2015-06-21", null, $"If-None-Match: {engaged.ETag}");
        await calls.GetAsync(200, "/figures", "/figures/people-engaged/2015-06-21", "/inputs", "/inputs/mediaSpend/2015-06-21");
        await calls.AskAsync(200, "PUT", $"{Campaign}/figures/people-engaged/2015-06-21", engaged.Text.Replace("478480", "478481", StringComparison.Ordinal), $"If-Match: {engaged.ETag}");
        await calls.AskAsync(422, "PUT", $"{Campaign}/figures/uses/2015-06-21", "{}");
        await calls.AskAsync(204, "DELETE", $"{Campaign}/figures/film-views/2015-06-21");
        await calls.AskAsync(204, "DELETE", $"{Campaign}/inputs/mediaSpend/2015-06-21");
    }
}
