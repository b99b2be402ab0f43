using System.Globalization;
using Azure;

namespace Campaigns.Insight.Language;

/// <summary>How long the service asks to be left alone.</summary>
internal static class AskedWait
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Reads <c>Retry-After</c>, or its finer forms, which Azure's services use too; null where there is none.</summary>
    public static TimeSpan? Of(Response response, DateTimeOffset now)
    {
        foreach (var name in new[] { "retry-after-ms", "x-ms-retry-after-ms" })
        {
            if (response.Headers.TryGetValue(name, out var finer) && double.TryParse(finer, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds >= 0)
            {
                return Within(milliseconds / 1000);
            }
        }

        if (!response.Headers.TryGetValue("Retry-After", out var asked))
        {
            return null;
        }

        return double.TryParse(asked, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0 ? Within(seconds)
            : DateTimeOffset.TryParse(asked, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until) ? Within((until - now).TotalSeconds)
            : null;
    }

    private static TimeSpan Within(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Longest.TotalSeconds));
}
