using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Campaigns.Listening;
using Campaigns.Tests.Publishing;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Infra;

/// <summary>What the engine measures is what the workbook shows and the page explains.</summary>
public sealed partial class WorkbookTests(AzuriteFixture azurite) : IDisposable
{
    private readonly Dictionary<string, IReadOnlyList<string>> instruments = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task Each_measurement_has_its_chart_and_its_row_and_charts_ask_for_what_measurements_bear()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        Listen(rig.Engine.Get<IMeterFactory>());
        await rig.PutAsync(PublishingRig.Json());
        await rig.RunAsync();
        rig.Engine.Get<ListeningMetrics>().Spent("missing-type", "searching", 0.5m);

        var queries = (await Template.ReadAsync()).Files["modules/workbook.bicep"].Find("variable", "charts")!.Value!.Items
            .Select(chart => chart["query"]!.Value!).Where(query => query.StartsWith("AppMetrics ", StringComparison.Ordinal)).ToList();
        Assert.Equal(instruments.Keys.Order(StringComparer.Ordinal), queries.SelectMany(Names).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            instruments.Keys.Order(StringComparer.Ordinal),
            File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "operations.md")).Where(static line => line.StartsWith("| `campaigns.", StringComparison.Ordinal)).SelectMany(Names).Order(StringComparer.Ordinal));
        Assert.All(queries, query => Assert.Empty(Property().Matches(query).Select(property => property.Groups[1].Value).Except(Names(query).SelectMany(name => instruments[name]))));
        Assert.Equal(["channel", "state"], instruments["campaigns.deliveries"]);
        Assert.Equal(["campaign", "for"], instruments["campaigns.budget.used"]);
    }

    private void Listen(IMeterFactory meters)
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Scope == meters && instrument.Meter.Name.StartsWith("Campaigns.", StringComparison.Ordinal))
            {
                instruments[instrument.Name] = [];
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        listener.Start();

        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            instruments[instrument.Name] = [.. tags.ToArray().Select(tag => tag.Key).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Names(string text) => Name().Matches(text).Select(name => name.Value);

    [GeneratedRegex(@"campaigns(\.[a-z]+)+")]
    private static partial Regex Name();

    [GeneratedRegex("""Properties\["(\w+)"\]""")]
    private static partial Regex Property();
}
