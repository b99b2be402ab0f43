using Microsoft.Extensions.Logging;

namespace Campaigns.Http;

/// <summary>Speaks of access keys before they end, whether anybody calls with them meanwhile or not: one that is used once a month would be missed when it is needed.</summary>
/// <param name="keys">The keys.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class AccessKeyWatch(AccessKeyTable keys, TimeProvider time, ILogger<AccessKeyWatch> log)
{
    /// <summary>How long before its end a key is spoken of.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromDays(14);

    /// <summary>Looks at all keys.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var key in await keys.AllAsync(cancellationToken))
        {
            if (key.Expires is { } ends && ends > now && ends < now + Notice)
            {
                Log.Ending(log, key.Name, ends);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The access key {Name} ends on {Ends:u}")]
        public static partial void Ending(ILogger logger, string name, DateTimeOffset ends);
    }
}
