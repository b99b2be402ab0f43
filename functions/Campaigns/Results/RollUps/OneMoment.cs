namespace Campaigns.Results.RollUps;

/// <summary>Reads again what a roll-up came between, until all that was read is of one moment.</summary>
internal static class OneMoment
{
    // Roll-ups of a campaign rest for seconds: hardly a reader meets two of them.
    private const int MostTries = 6;

    // A roll-up writes its rows within such a time.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Reads at once, and after a pause each time that it was not of one moment.</summary>
    /// <param name="read">Reads; null where a roll-up came between.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Cancels the pauses.</param>
    /// <returns>Null where one came between each time, or one broke off and none has mended it yet.</returns>
    public static async Task<T?> ReadAsync<T>(Func<Task<T?>> read, TimeProvider time, CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            await Task.Delay(Pause * attempt, time, cancellationToken);
            if (await read() is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
