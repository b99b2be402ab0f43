using Campaigns.Local.Functions.Worker.Http;
using Campaigns.Local.Functions.Worker.Invocation;
using Campaigns.Local.Functions.Worker.Queues;
using Campaigns.Local.Functions.Worker.Timers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Local.Functions.Worker.Hosting;

/// <summary>Tells at the start what runs, and where.</summary>
internal sealed class StartupList(
    IReadOnlyCollection<LocalFunction> functions,
    IReadOnlyCollection<(HttpRoute Route, FunctionInvoker Invoker)> http,
    IReadOnlyDictionary<FunctionInvoker, QueueListener> queues,
    IReadOnlyCollection<TimerListener> timers,
    HostSurroundings surroundings,
    IServiceProvider services)
{
    public void Print(string? storage)
    {
        var width = functions.Select(static function => function.Name.Length).DefaultIfEmpty().Max();
        Section("HTTP", http.Select(entry => $"{entry.Invoker.Function.Name.PadRight(width)}  {entry.Route.Methods,-9} /{entry.Route.Template.TemplateText}"));
        Section("Queues", queues.Select(entry => $"{entry.Key.Function.Name.PadRight(width)}  {entry.Value.QueueName}"));
        Section("Timers", timers.Select(timer =>
            $"{timer.Name.PadRight(width)}  {timer.Schedule.Text}  (next {timer.Schedule.Next(surroundings.Clock.GetUtcNow()):yyyy-MM-dd HH:mm:ss} UTC)"));
        if (storage is not null)
        {
            surroundings.Output.WriteLine($"Storage is {storage}.");
        }

        surroundings.Output.WriteLine($"Listening on {Address()}. Ctrl+C stops.");
    }

    private void Section(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            surroundings.Output.WriteLine($"{title}:{Environment.NewLine}{string.Join(Environment.NewLine, all.Select(static line => "  " + line))}");
        }
    }

    private string Address() => services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "no address";
}
