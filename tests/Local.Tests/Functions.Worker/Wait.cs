namespace Local.Tests.Functions.Worker;

/// <summary>Waits for what must come, however slow the machine is; what does not come fails with its description.</summary>
internal static class Wait
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static Task UntilAsync(Func<bool> condition, string what) => UntilAsync(() => Task.FromResult(condition()), what);

    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Longest, $"Within {Longest.TotalSeconds} s this did not come true: {what}.");
            await Task.Delay(50);
        }
    }
}
