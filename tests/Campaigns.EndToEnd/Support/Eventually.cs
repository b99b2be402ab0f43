using System.Diagnostics;

namespace Campaigns.EndToEnd.Support;

/// <summary>Waits for what must come, however slow the machine.</summary>
internal static class Eventually
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Asks until the answer is enough.</summary>
    /// <param name="ask">What to ask.</param>
    /// <param name="enough">Whether the answer is what was waited for.</param>
    /// <param name="otherwise">What to say when it never came, given the last answer.</param>
    /// <param name="patience">How long to wait; three minutes where it is left out.</param>
    public static async Task<T> ComesAsync<T>(Func<Task<T>> ask, Func<T, bool> enough, Func<T, string> otherwise, TimeSpan? patience = null)
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            var answer = await ask();
            if (enough(answer))
            {
                return answer;
            }

            if (clock.Elapsed > (patience ?? Patience))
            {
                throw new TimeoutException(otherwise(answer));
            }
        }
    }
}
