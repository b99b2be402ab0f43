using Campaigns.Local.Functions.Worker.Hosting;
using Campaigns.Local.Functions.Worker.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Campaigns.Local.Functions.Worker.Timers;

/// <summary>Runs one timer function at its times: each occurrence once among all hosts, and one that was missed as soon as a host is there.</summary>
internal sealed partial class TimerListener(
    FunctionInvoker function, TimerSchedule schedule, TimerTable table, HostLife life, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    private readonly TimerTriggerAttribute trigger = (TimerTriggerAttribute)function.Function.Trigger;
    private bool first = true;

    // The occurrence that this host waited for; any other that is due was missed.
    private DateTimeOffset? awaited;

    public string Name => function.Function.Name;

    public TimerSchedule Schedule => schedule;

    /// <summary>Listens until the host is told to stop; a run that has begun goes on.</summary>
    public async Task ListenAsync()
    {
        using var listening = life.Running();
        while (!life.Stopping.IsCancellationRequested)
        {
            try
            {
                await StepAsync();
            }
            catch (OperationCanceledException) when (life.Stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // Whatever it is, a timer that nobody listens to any more would be worse.
                Log.NoStorage(logger, exception, Name);
                await Task.Delay(Retry, clock, life.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Runs the function once now, when no run of it is going on.</summary>
    public async Task RunByHandAsync()
    {
        using var running = life.Running();
        try
        {
            while (!await TryRunByHandAsync())
            {
                await Task.Delay(TimeSpan.FromSeconds(1), clock, life.Stopping);
            }
        }
        catch (Exception exception)
        {
            Log.NotByHand(logger, exception, Name);
        }
    }

    private async Task<bool> TryRunByHandAsync()
    {
        if (await ReadAsync() is not { } row || IsTaken(row) || await TimerRun.TakeAsync(table, Name, row, clock, logger) is not { } run)
        {
            return false;
        }

        await InvokeAsync(row, isPastDue: false);
        await run.EndAsync(static after => after);
        return true;
    }

    private async Task StepAsync()
    {
        if (await ReadAsync() is not { } row)
        {
            return;
        }

        var now = clock.GetUtcNow();
        if (IsTaken(row))
        {
            var left = row.LeasedUntil!.Value - now;
            await Task.Delay(left < Retry ? left : Retry, clock, life.Stopping);
        }
        else if (row.Next > now && !(first && trigger.RunOnStartup))
        {
            first = false;
            awaited = row.Next;
            await Task.Delay(row.Next - now < LongestWait ? row.Next - now : LongestWait, clock, life.Stopping);
        }
        else if (await TimerRun.TakeAsync(table, Name, row, clock, logger) is { } run)
        {
            first = false;
            await InvokeAsync(row, isPastDue: row.Next <= now && (row.Next != awaited || now - row.Next >= TimerSchedule.Shortest));
            await run.EndAsync(after => after with
            {
                Last = row.Next <= now ? row.Next : now,
                Next = schedule.Next(now),
                Updated = clock.GetUtcNow(),
            });
        }
    }

    /// <summary>The row, made where there is none, and reckoned anew where the schedule changed or misses do not count.</summary>
    private async Task<TimerRow?> ReadAsync()
    {
        var now = clock.GetUtcNow();
        var row = await table.FindAsync(Name, life.Stopping);
        if (row is null)
        {
            return await table.InsertAsync(Name, new TimerRow(schedule.Text, null, schedule.Next(now), null, null, default), life.Stopping);
        }

        var forgets = first && !trigger.UseMonitor && row.Next <= now;
        return IsTaken(row) || (row.Schedule == schedule.Text && !forgets)
            ? row
            : await table.ReplaceAsync(Name, row with { Schedule = schedule.Text, Next = schedule.Next(now) }, life.Stopping);
    }

    private bool IsTaken(TimerRow row) => row.LeasedUntil > clock.GetUtcNow();

    private async Task InvokeAsync(TimerRow row, bool isPastDue)
    {
        var info = new TimerInfo
        {
            IsPastDue = isPastDue,
            ScheduleStatus = trigger.UseMonitor
                ? new ScheduleStatus { Last = row.Last?.UtcDateTime ?? default, Next = schedule.Next(clock.GetUtcNow()).UtcDateTime, LastUpdated = row.Updated?.UtcDateTime ?? default }
                : null,
        };
        try
        {
            await function.InvokeAsync(new TriggerEvent(info, new Dictionary<string, object?>()), CancellationToken.None);
        }
        catch (Exception)
        {
            // The invoker has logged it; the next occurrence is the next chance.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The state of the timer {Timer} cannot be read or kept; tried again soon")]
        public static partial void NoStorage(ILogger logger, Exception exception, string timer);

        [LoggerMessage(2, LogLevel.Warning, "The timer {Timer} could not be run by hand")]
        public static partial void NotByHand(ILogger logger, Exception exception, string timer);
    }
}
