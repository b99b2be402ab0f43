using System.Collections.Concurrent;
using System.Text;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Tests.Webhooks;

/// <summary>Somebody's system on this machine, which is sent webhooks.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication site;

    private Receiver(WebApplication site) => this.site = site;

    public ConcurrentQueue<Received> All { get; } = [];

    public string Address => $"{site.Urls.First()}/hooks";

    /// <summary>Answers each message.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = static _ => Task.CompletedTask;

    public static async Task<Receiver> StartAsync()
    {
        var site = LoopbackSite.Build();
        var receiver = new Receiver(site);
        site.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            receiver.All.Enqueue(new(
                context.Request.Path, await reader.ReadToEndAsync(), context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString(), StringComparer.Ordinal)));
            await receiver.Answer(context);
        });
        await site.StartAsync();
        return receiver;
    }

    public void Answers(int status, string? header = null, string? value = null) => Answer = context =>
    {
        context.Response.StatusCode = status;
        if (header is not null)
        {
            context.Response.Headers[header] = value;
        }

        return Task.CompletedTask;
    };

    public ValueTask DisposeAsync() => site.DisposeAsync();
}

/// <summary>A message that arrived.</summary>
internal sealed record Received(string Path, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Id => Headers["webhook-id"];

    public System.Text.Json.JsonElement Json => System.Text.Json.JsonDocument.Parse(Body).RootElement;
}
