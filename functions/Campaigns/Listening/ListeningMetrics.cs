using System.Diagnostics.Metrics;

namespace Campaigns.Listening;

/// <summary>What is counted about listening and what it costs.</summary>
public sealed class ListeningMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Campaigns.Listening";

    private readonly Counter<long> tracked;
    private readonly Counter<long> duplicates;
    private readonly Histogram<double> lag;
    private readonly Gauge<double> budget;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Where meters come from.</param>
    public ListeningMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        tracked = meter.CreateCounter<long>("campaigns.mentions.tracked", "{mention}", "Mentions that a cell did not hold before.");
        duplicates = meter.CreateCounter<long>("campaigns.mentions.duplicates", "{mention}", "Mentions that came again: they were counted before.");
        lag = meter.CreateHistogram<double>("campaigns.mentions.lag", "s", "How long mentions waited in the queue before they were counted.");
        budget = meter.CreateGauge<double>("campaigns.budget.used", "1", "The part of a campaign's budget that is spent, by what it is spent on.");
    }

    internal void Merged(long mentions, long news)
    {
        tracked.Add(news);
        duplicates.Add(mentions - news);
    }

    internal void Waited(TimeSpan? time)
    {
        if (time is { } waited)
        {
            lag.Record(Math.Max(0, waited.TotalSeconds));
        }
    }

    internal void Spent(string campaign, string what, decimal share) => budget.Record((double)share, new("campaign", campaign), new("for", what));
}
