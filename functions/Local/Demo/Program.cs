using System.Globalization;
using Campaigns.Local.Demo;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
var once = args.Contains("--once");
var portAt = Array.IndexOf(args, "--port");
var port = portAt >= 0 && int.TryParse(args.ElementAtOrDefault(portAt + 1), out var given) ? given : 7071;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
using var terminated = System.Runtime.InteropServices.PosixSignalRegistration.Create(
    System.Runtime.InteropServices.PosixSignal.SIGTERM,
    signal =>
    {
        signal.Cancel = true;
        stop.Cancel();
    });

try
{
    await using var engine = await Engine.StartAsync(port, stop.Token);
    using var api = new Api(engine.Address);
    var results = await new Walkthrough(api).RunAsync(stop.Token);
    Report.Show(results, engine.Address);
    if (!once)
    {
        AnsiConsole.MarkupLine("[bold]The engine stays up. Press Ctrl+C to stop it.[/]");
        await engine.WaitAsync(stop.Token);
    }

    return Report.Matches(results) ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}
catch (DemoException fault)
{
    AnsiConsole.MarkupLineInterpolated($"[red]{fault.Message}[/]");
    return 1;
}
