using System.Text;
using Campaigns.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.Webhooks;

namespace Campaigns.Tests.Webhooks;

/// <summary>What the holder of an incoming webhook does.</summary>
internal static class IncomingSteps
{
    public const string Name = "partner";

    /// <summary>Puts it.</summary>
    public static Task<Answer> PutAsync(TestEngine engine, string body = "{}", params string[] headers)
    {
        var request = Call.Request(engine, "PUT", $"/api/webhooks/incoming/{Name}", body, headers);
        return Call.AnswerAsync(request, engine.Function<PutIncomingWebhook>().Run(request, Name, default));
    }

    /// <summary>Makes it.</summary>
    /// <returns>Its secret.</returns>
    public static async Task<string> MakeAsync(TestEngine engine, string body = "{}")
    {
        var made = await PutAsync(engine, body);
        Assert.True(made.Status == 201, made.Text);
        return made.Json.GetProperty("secret").GetString()!;
    }

    public static Task<Answer> RotateAsync(TestEngine engine)
    {
        var request = Call.Request(engine, "POST", $"/api/webhooks/incoming/{Name}/rotate");
        return Call.AnswerAsync(request, engine.Function<RotateIncomingWebhook>().Run(request, Name, default));
    }

    public static Task<Answer> DeleteAsync(TestEngine engine)
    {
        var request = Call.Request(engine, "DELETE", $"/api/webhooks/incoming/{Name}");
        return Call.AnswerAsync(request, engine.Function<DeleteIncomingWebhook>().Run(request, Name, default));
    }

    /// <summary>Hands mentions in.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="body">The mentions.</param>
    /// <param name="headers">What says who signed them.</param>
    /// <param name="name">The webhook that they are for.</param>
    /// <param name="contentType">How they are written.</param>
    /// <param name="query">What stands behind the path.</param>
    public static Task<Answer> PostAsync(
        TestEngine engine, string body, string[] headers, string name = Name, string contentType = "application/x-ndjson", string query = "")
    {
        var request = Call.Request(engine, "POST", $"/api/signed/{Name}/mentions{query}", null, headers);
        (request.Body, request.ContentType) = (new MemoryStream(Encoding.UTF8.GetBytes(body)), contentType);
        return Call.AnswerAsync(request, engine.Function<PostSignedMentions>().Run(request, name, default));
    }
}
