using Azure;
using Campaigns.Local.Functions.Worker.Azurite;
using Campaigns.Local.Functions.Worker.Http;
using Campaigns.Local.Functions.Worker.Queues;
using Campaigns.Local.Functions.Worker.Timers;
using Microsoft.Extensions.Hosting;

namespace Campaigns.Local.Functions.Worker.Hosting;

/// <summary>What runs beside the server: storage, and the listeners of queues and timers.</summary>
internal sealed class LocalRuntime(
    HttpDispatcher http,
    IReadOnlyCollection<QueueListener> queues,
    IReadOnlyCollection<TimerListener> timers,
    TimerTable? timerTable,
    AzuriteEmulator? emulator,
    StartupList list,
    HostLife life) : IHostedService
{
    public HttpDispatcher Http => http;

    /// <summary>Sees that storage is there, with the queues and the table that the listeners need.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (emulator is not null)
        {
            await emulator.StartAsync(cancellationToken);
        }

        try
        {
            await Task.WhenAll(queues.Select(queue => queue.PrepareAsync(cancellationToken)));
            await (timerTable?.CreateAsync(cancellationToken) ?? Task.CompletedTask);
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException)
        {
            var reason = exception.GetBaseException().Message.Split('\n')[0].Trim();
            throw new StartRefusedException($"The storage account does not take the app's queues and tables: {reason}", exception);
        }
    }

    public void Listen()
    {
        list.Print(emulator?.Description);
        foreach (var listening in queues.Select(static queue => (Func<Task>)queue.ListenAsync).Concat(timers.Select(static timer => (Func<Task>)timer.ListenAsync)))
        {
            _ = Task.Run(listening, CancellationToken.None);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits for what runs, as long as it may drain and a little longer.</summary>
    public async Task StopAsync(CancellationToken cancellationToken) =>
        await life.Idle.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public Task ReleaseAsync() => emulator?.StopAsync() ?? Task.CompletedTask;
}
