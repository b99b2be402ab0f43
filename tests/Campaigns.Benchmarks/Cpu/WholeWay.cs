using Azure.Storage.Queues;
using Campaigns.Benchmarks.Made;
using Campaigns.EndToEnd.Support;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Intake;

namespace Campaigns.Benchmarks.Cpu;

/// <summary>The whole way in this process, with the clients of queues and tables: what the engine's own work is a part of.</summary>
internal sealed class WholeWay(InProcessEngine engine, EngineStorage storage)
{
    /// <summary>Takes mentions in and counts them.</summary>
    /// <returns>Processor time and allocated bytes for each mention, of the whole process.</returns>
    public async Task<Step> MeasureAsync(MadeMentions made)
    {
        var queue = new QueueClient(storage.ConnectionString, storage.Queue("Listening__MentionsQueue"));
        var body = made.Body(0, made.Shape.Lines);
        var request = engine.Request("POST", "/api/mentions", body, "application/x-ndjson");
        var (allocated, processor) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
        await InProcessEngine.ExpectAsync(request, engine.Function<PostMentions>().Run(request, default), 202);
        while ((await queue.ReceiveMessagesAsync(8)).Value is { Length: > 0 } messages)
        {
            await Task.WhenAll(messages.Select(async message =>
            {
                await engine.Function<TrackMentions>().Run(message, default);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }));
        }

        return new Step(
            "the whole way with the transport", (Environment.CpuUsage.TotalTime - processor).TotalNanoseconds / made.Shape.Lines,
            (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)made.Shape.Lines);
    }
}
