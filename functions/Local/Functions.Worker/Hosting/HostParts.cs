using Campaigns.Local.Functions.Worker.Azurite;
using Campaigns.Local.Functions.Worker.Http;
using Campaigns.Local.Functions.Worker.Invocation;
using Campaigns.Local.Functions.Worker.Queues;
using Campaigns.Local.Functions.Worker.Settings;
using Campaigns.Local.Functions.Worker.Timers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Campaigns.Local.Functions.Worker.Hosting;

/// <summary>Finds the functions and makes what listens for them, or refuses with everything that is wrong at once.</summary>
internal sealed class HostParts(
    HostSurroundings surroundings, HostJson hostJson, AppSettings settings, LocalHostOptions options, FunctionPipeline pipeline, HostLife life, IServiceProvider services)
{
    /// <summary>The official setting that keeps apart the hosts that share a storage account.</summary>
    private const string HostId = "AzureFunctionsWebHost:hostid";

    private static readonly int[] EmulatorPorts = [10000, 10001, 10002];

    private readonly List<string> faults = [];
    private readonly StorageConnections storage = new(settings);
    private readonly ILoggerFactory logs = services.GetRequiredService<ILoggerFactory>();

    public LocalRuntime Assemble(bool answersHttp, IInlineConstraintResolver constraints)
    {
        var functions = FunctionFinder.Find(surroundings.Only ?? surroundings.Functions.GetTypes(), faults).Where(function => !settings.IsDisabled(function.Name)).ToList();
        var routes = RouteTable.Read(functions, hostJson.RoutePrefix, Resolve, constraints, faults);
        if (!answersHttp && routes.Count > 0)
        {
            faults.Add($"The function {routes.First().Key.Name} answers HTTP: Program.cs must call ConfigureFunctionsWebApplication().");
        }

        var queues = new Dictionary<FunctionInvoker, QueueListener>();
        var timers = new List<TimerListener>();
        var http = new List<(HttpRoute, FunctionInvoker)>();
        foreach (var function in functions)
        {
            var route = routes.GetValueOrDefault(function);
            var body = new FunctionBody(function, ParameterBindings.Of(function, route?.Names ?? [], faults));
            var invoker = new FunctionInvoker(function, pipeline.EndingIn(body.RunAsync), hostJson.FunctionTimeout, services, life, surroundings.Clock);
            switch (function.Trigger)
            {
                case QueueTriggerAttribute trigger when Listen(invoker, trigger) is { } listener:
                    queues.Add(invoker, listener);
                    break;
                case TimerTriggerAttribute trigger when Listen(invoker, trigger) is { } listener:
                    timers.Add(listener);
                    break;
                case HttpTriggerAttribute when route is not null:
                    http.Add((route, invoker));
                    break;
            }
        }

        StartRefusedException.ThrowIfAny(faults);
        var admin = new AdminRequests(Runs(queues.Keys, timers));
        return new LocalRuntime(
            new HttpDispatcher(http, admin, HttpLimits.From(settings, surroundings.AnswerTime), surroundings.Clock),
            [.. queues.Values],
            timers,
            timers.Count > 0 ? Timers() : null,
            storage.UsesEmulator ? new AzuriteEmulator(surroundings.Folder, EmulatorPorts, new NodeTools("node", "npm"), surroundings.Output) : null,
            new StartupList(functions, http, queues, timers, surroundings, services),
            life);
    }

    private string Resolve(string expression, LocalFunction function) => settings.Resolve(expression, function.Name, faults);

    private QueueListener? Listen(FunctionInvoker invoker, QueueTriggerAttribute trigger)
    {
        var name = Resolve(trigger.QueueName, invoker.Function);
        var connection = Resolve(trigger.Connection ?? StorageConnections.Default, invoker.Function);
        if (name.Contains('%', StringComparison.Ordinal) || connection.Contains('%', StringComparison.Ordinal))
        {
            return null;
        }

        var account = storage.Queues(connection);
        var logger = logs.CreateLogger($"Host.Queues.{name}");
        var (queue, poison) = (account.GetQueueClient(name), account.GetQueueClient(name + MessageProcessor.PoisonSuffix));
        var processor = new MessageProcessor(invoker, queue, poison, hostJson.Queues, options.Lease, surroundings.Clock, logger);
        return new QueueListener(queue, processor, hostJson.Queues, options.Lease, life, surroundings.Clock, logger);
    }

    private TimerListener? Listen(FunctionInvoker invoker, TimerTriggerAttribute trigger)
    {
        var text = Resolve(trigger.Schedule, invoker.Function);
        if (!TimerSchedule.TryParse(text, out var schedule, out var rule))
        {
            if (!text.Contains('%', StringComparison.Ordinal))
            {
                faults.Add($"The function {invoker.Function.Name} has the schedule \"{text}\", which {rule}.");
            }

            return null;
        }

        return new TimerListener(invoker, schedule, Timers(), life, surroundings.Clock, logs.CreateLogger($"Host.Timers.{invoker.Function.Name}"));
    }

    private TimerTable Timers() => new(storage.Tables(StorageConnections.Default), settings[HostId] ?? surroundings.Functions.GetName().Name!);

    private Dictionary<string, Func<string, Task>> Runs(IEnumerable<FunctionInvoker> queues, IEnumerable<TimerListener> timers)
    {
        var runs = timers.ToDictionary(static timer => timer.Name, static timer => (Func<string, Task>)(_ => timer.RunByHandAsync()), StringComparer.OrdinalIgnoreCase);
        foreach (var queue in queues)
        {
            runs.Add(queue.Function.Name, input => queue.InvokeAsync(QueueEvents.Of(QueueEvents.ByHand(input, surroundings.Clock.GetUtcNow())), CancellationToken.None));
        }

        return runs;
    }
}
