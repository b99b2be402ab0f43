using System.Text.Json;
using Campaigns.Listening.Supporters;
using Campaigns.Tests.Support;

namespace Campaigns.Tests.Listening.Supporters;

/// <summary>Puts and reads supporters' lists as callers do.</summary>
public static class Supporting
{
    public static Dictionary<string, string?> Organisation(string? handle = null, string? id = null, string channel = "x", string name = "Royal College of GPs") =>
        Entry(channel, id, handle, name, "organisation");

    public static Dictionary<string, string?> Entry(string channel, string? id, string? handle, string name, string kind)
    {
        var entry = new Dictionary<string, string?> { ["channel"] = channel, ["name"] = name, ["kind"] = kind, ["basis"] = "a public body" };
        if (id is not null)
        {
            entry["id"] = id;
        }

        if (handle is not null)
        {
            entry["handle"] = handle;
        }

        return entry;
    }

    public static Task<Answer> PutAsync(TestEngine engine, params Dictionary<string, string?>[] entries) => PutAsync(engine, JsonSerializer.Serialize(entries));

    public static async Task<Answer> PutAsync(TestEngine engine, string body, string contentType = "application/json", params string[] headers)
    {
        var request = Call.Request(engine, "PUT", "/api/campaigns/missing-type/supporters", body, headers);
        request.ContentType = contentType;
        return await Call.AnswerAsync(request, engine.Function<PutSupporters>().Run(request, "missing-type", default));
    }

    /// <summary>Replaces the list, whatever it is now.</summary>
    public static async Task ReplaceAsync(TestEngine engine, params Dictionary<string, string?>[] entries)
    {
        var before = await GetAsync(engine);
        var answer = await PutAsync(engine, JsonSerializer.Serialize(entries), "application/json", before.Status == 404 ? [] : [$"If-Match: {before.ETag}"]);
        Assert.True(answer.Status is 200 or 201, answer.Text);
    }

    public static async Task<Answer> GetAsync(TestEngine engine, string query = "", params string[] headers)
    {
        var request = Call.Request(engine, "GET", "/api/campaigns/missing-type/supporters" + query, null, headers);
        return await Call.AnswerAsync(request, engine.Function<GetSupporters>().Run(request, "missing-type", default));
    }
}
