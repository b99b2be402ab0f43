using System.Diagnostics.Metrics;

namespace Campaigns.Publishing;

/// <summary>What is counted about publishing.</summary>
public sealed class PublishingMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Campaigns.Publishing";

    private readonly Counter<long> settled;
    private readonly Counter<long> duplicates;

    /// <summary>Makes the counters.</summary>
    /// <param name="meters">Where meters come from.</param>
    public PublishingMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        settled = meter.CreateCounter<long>("campaigns.deliveries", "{delivery}", "Deliveries by channel and the state that an attempt left them in.");
        duplicates = meter.CreateCounter<long>("campaigns.deliveries.duplicates", "{message}", "Messages about deliveries that needed nothing.");
    }

    internal void Settled(Delivery delivery) => settled.Add(1, new("channel", delivery.Channel.Name), new("state", delivery.State.Name()));

    internal void Duplicate() => duplicates.Add(1);
}
