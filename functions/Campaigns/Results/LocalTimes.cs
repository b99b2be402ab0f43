using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Campaigns.Results;

/// <summary>Moments as a campaign's people read them: local, with their offset.</summary>
internal static class LocalTimes
{
    public static DateTimeOffset Of(Instant moment, DateTimeZone zone) => moment.InZone(zone).ToDateTimeOffset();

    [return: NotNullIfNotNull(nameof(moment))]
    public static DateTimeOffset? Of(DateTimeOffset? moment, DateTimeZone zone) =>
        moment is { } known ? Of(Instant.FromDateTimeOffset(known), zone) : null;
}
