using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Campaigns.Listening;
using Campaigns.Listening.Erasures;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Cells;

/// <summary>What is measured of mentions are mentions, and not messages.</summary>
public sealed class TrackedMeasurementsTests(AzuriteFixture azurite) : IDisposable
{
    private readonly ConcurrentDictionary<string, double> measured = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task Of_a_message_with_new_mentions_and_known_ones_the_new_are_tracked_and_the_others_came_again()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        Listen(engine.Get<IMeterFactory>());
        await SampleCampaign.PutAsync(engine);

        await ListeningRun.PostAsync(engine, Lines(100));
        await ListeningRun.TrackAsync(engine);
        Assert.Equal((100, 0), Mentions());

        await ListeningRun.PostAsync(engine, Lines(101));
        await ListeningRun.TrackAsync(engine);
        Assert.Equal((101, 100), Mentions());
    }

    [Fact]
    public async Task Mentions_that_come_too_late_to_be_counted_are_neither()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        Listen(engine.Get<IMeterFactory>());
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Lines(3));
        await engine.Get<Refusals>().CloseAsync("missing-type", campaign.Generation, default);

        await ListeningRun.TrackAsync(engine);

        Assert.Equal((0, 0), Mentions());
        Assert.False(measured.ContainsKey("campaigns.mentions.lag"));
    }

    private (double Tracked, double Again) Mentions() => (measured.GetValueOrDefault("campaigns.mentions.tracked"), measured.GetValueOrDefault("campaigns.mentions.duplicates"));

    private static string Lines(int count) => Line.Join(Enumerable.Range(0, count).Select(static number => Line.Of($"{number}", createdAt: $"2015-06-08T{number % 5:00}:00:00Z", author: $"a{number}")));

    private void Listen(IMeterFactory meters)
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Scope == meters && instrument.Meter.Name == ListeningMetrics.MeterName)
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Note(instrument, value));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Note(instrument, value));
        listener.Start();

        void Note(Instrument instrument, double value) => measured.AddOrUpdate(instrument.Name, value, (_, before) => before + value);
    }
}
