using Campaigns.Planning;
using NodaTime;

namespace Campaigns.Listening.Coverage;

/// <summary>
/// Which part of each hour was searched, by channel: 0 to 1, the mean over the campaign's hashtags and the channel's places. An hour that the
/// campaign or the clock cuts is measured by the part that lies within both. Null where the engine searches nothing or the time is still to come.
/// </summary>
public sealed class CoverageHours
{
    private const int Hour = 3600;

    private readonly long firstHour;
    private readonly double[] elapsed;
    private readonly SortedDictionary<string, double[]> searched;

    private CoverageHours(long firstHour, double[] elapsed, SortedDictionary<string, double[]> searched) =>
        (this.firstHour, this.elapsed, this.searched) = (firstHour, elapsed, searched);

    /// <summary>The channels of the plan, in ordinal order.</summary>
    public IReadOnlyCollection<string> Channels => searched.Keys;

    /// <summary>Measures what is recorded of a campaign.</summary>
    /// <param name="entries">Everything recorded, as <see cref="CoverageTable.ReadAsync"/> gives it; what is not of searches is left aside.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="plan">What should be searched.</param>
    /// <param name="now">The time up to which there is anything to search.</param>
    public static CoverageHours Of(IReadOnlyList<CoverageEntry> entries, Campaign campaign, CoveragePlan plan, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(plan);
        var from = campaign.StartsAt.ToUnixTimeSeconds();
        var to = Math.Max(from, Math.Min(campaign.EndsAt.ToUnixTimeSeconds(), now.ToUnixTimeSeconds()));
        var first = from / Hour;
        var elapsed = new double[((to + Hour - 1) / Hour) - first];
        Spread(elapsed, first, from, to, 1);
        var searched = new SortedDictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var channel in SearchedPlaces.Of(entries, campaign, plan).GroupBy(place => place.Search.Channel))
        {
            var hours = searched[channel.Key] = new double[elapsed.Length];
            // A search of the plan that was never asked is a part that was not looked at.
            var share = 1.0 / channel.Count();
            foreach (var entry in channel.SelectMany(place => place.Entries).Where(entry => entry.State == CoverageState.Searched))
            {
                Spread(hours, first, Math.Max(from, entry.From.ToUnixTimeSeconds()), Math.Min(to, entry.To.ToUnixTimeSeconds()), share);
            }
        }

        return new CoverageHours(first, elapsed, searched);
    }

    /// <summary>The part of one hour that was searched on all channels: their mean.</summary>
    /// <param name="hour">Hours since 1970.</param>
    public double? At(long hour) => Over([.. searched.Values], hour, hour + 1);

    /// <summary>The part of one hour that was searched on a channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="hour">Hours since 1970.</param>
    public double? At(string channel, long hour) => searched.TryGetValue(channel, out var hours) ? Over([hours], hour, hour + 1) : null;

    /// <summary>The part of the hours in a span, such as a day's, that was searched on all channels.</summary>
    /// <param name="from">The start of an hour.</param>
    /// <param name="to">The end of an hour, exclusive.</param>
    public double? Between(Instant from, Instant to) => Over([.. searched.Values], from.ToUnixTimeSeconds() / Hour, (to.ToUnixTimeSeconds() + Hour - 1) / Hour);

    /// <summary>The part of the hours in a span that was searched on a channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="from">The start of an hour.</param>
    /// <param name="to">The end of an hour, exclusive.</param>
    public double? Between(string channel, Instant from, Instant to) => searched.TryGetValue(channel, out var hours)
        ? Over([hours], from.ToUnixTimeSeconds() / Hour, (to.ToUnixTimeSeconds() + Hour - 1) / Hour)
        : null;

    /// <summary>The part of the campaign so far that was searched on all channels.</summary>
    public double? Whole() => Over([.. searched.Values], firstHour, firstHour + elapsed.Length);

    /// <summary>The part of the campaign so far that was searched on a channel.</summary>
    /// <param name="channel">The channel.</param>
    public double? Whole(string channel) => searched.TryGetValue(channel, out var hours) ? Over([hours], firstHour, firstHour + elapsed.Length) : null;

    private double? Over(double[][] channels, long from, long to)
    {
        var (start, end) = ((int)Math.Clamp(from - firstHour, 0, elapsed.Length), (int)Math.Clamp(to - firstHour, 0, elapsed.Length));
        var asked = elapsed[start..Math.Max(start, end)].Sum() * channels.Length;
        // Shares of a third do not add up to one exactly.
        return asked <= 0 ? null : Math.Clamp(Math.Round(channels.Sum(hours => hours[start..end].Sum()) / asked, 6), 0, 1);
    }

    /// <summary>Adds the seconds of a span to the hours that it lies in.</summary>
    private static void Spread(double[] hours, long first, long from, long to, double share)
    {
        while (from < to)
        {
            var end = Math.Min(to, ((from / Hour) + 1) * Hour);
            hours[(from / Hour) - first] += (end - from) * share;
            from = end;
        }
    }
}
