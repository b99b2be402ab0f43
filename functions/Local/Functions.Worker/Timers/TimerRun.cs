using Microsoft.Extensions.Logging;

namespace Campaigns.Local.Functions.Worker.Timers;

/// <summary>One run of a timer, which this host has to itself: nobody else gets the row while the lease is renewed.</summary>
internal sealed partial class TimerRun : IAsyncDisposable
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource done = new();
    private readonly TimerTable table;
    private readonly string timer;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly Task renewing;
    private TimerRow? row;

    private TimerRun(TimerTable table, string timer, TimerRow row, TimeProvider clock, ILogger logger)
    {
        this.table = table;
        this.timer = timer;
        this.row = row;
        this.clock = clock;
        this.logger = logger;
        renewing = RenewAsync();
    }

    /// <summary>Takes the timer for one run; null where another host was first.</summary>
    public static async Task<TimerRun?> TakeAsync(TimerTable table, string timer, TimerRow row, TimeProvider clock, ILogger logger) =>
        await table.ReplaceAsync(timer, row with { LeasedUntil = clock.GetUtcNow() + Lease }, CancellationToken.None) is { } taken
            ? new TimerRun(table, timer, taken, clock, logger)
            : null;

    /// <summary>Gives the timer back with what the run changed.</summary>
    public async Task EndAsync(Func<TimerRow, TimerRow> change)
    {
        await DisposeAsync();
        if (row is not null)
        {
            await table.ReplaceAsync(timer, change(row) with { LeasedUntil = null }, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await done.CancelAsync();
        await renewing;
        done.Dispose();
    }

    private async Task RenewAsync()
    {
        while (row is not null)
        {
            try
            {
                await Task.Delay(Lease / 3, clock, done.Token);
                row = await table.ReplaceAsync(timer, row with { LeasedUntil = clock.GetUtcNow() + Lease }, CancellationToken.None);
            }
            catch (OperationCanceledException) when (done.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Log.NotRenewed(logger, exception, timer);
            }
        }

        Log.Lost(logger, timer);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The lease of the timer {Timer} could not be renewed")]
        public static partial void NotRenewed(ILogger logger, Exception exception, string timer);

        [LoggerMessage(2, LogLevel.Warning, "The lease of the timer {Timer} is lost: another host may run it")]
        public static partial void Lost(ILogger logger, string timer);
    }
}
