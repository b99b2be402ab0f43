using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Campaigns.Tests.Support;

/// <summary>What an engine measures from now on, as an exporter would hear it.</summary>
public sealed class Measured : IDisposable
{
    private readonly ConcurrentQueue<(string Name, string Tags, double Value)> heard = [];
    private readonly MeterListener listener = new();

    public Measured(TestEngine engine)
    {
        var meters = engine.Get<IMeterFactory>();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Scope == meters)
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
    }

    /// <summary>All that an instrument was given, in all.</summary>
    public double Sum(string name) => Of(name).Sum(static one => one.Value);

    /// <summary>What an instrument was given, in order, with the values of its tags.</summary>
    public IReadOnlyList<(string Tags, double Value)> Of(string name) => [.. heard.Where(one => one.Name == name).Select(static one => (one.Tags, one.Value))];

    public void Dispose() => listener.Dispose();

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        heard.Enqueue((instrument.Name, string.Join(' ', tags.ToArray().Select(static tag => tag.Value)), value));
}
