using Campaigns.Listening.Erasures;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Cells;

/// <summary>What is measured of mentions are mentions, and not messages.</summary>
public sealed class TrackedMeasurementsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Of_a_message_with_new_mentions_and_known_ones_the_new_are_tracked_and_the_others_came_again()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        using var measured = new Measured(engine);
        await SampleCampaign.PutAsync(engine);

        await ListeningRun.PostAsync(engine, Lines(100));
        await ListeningRun.TrackAsync(engine);
        Assert.Equal((100, 0), Mentions(measured));

        await ListeningRun.PostAsync(engine, Lines(101));
        await ListeningRun.TrackAsync(engine);
        Assert.Equal((101, 100), Mentions(measured));
        Assert.All(measured.Of("campaigns.mentions.lag"), static lag => Assert.InRange(lag.Value, 0, 60));
        Assert.NotEmpty(measured.Of("campaigns.mentions.lag"));
    }

    [Fact]
    public async Task Mentions_that_come_too_late_to_be_counted_are_neither()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        using var measured = new Measured(engine);
        var campaign = await SampleCampaign.PutAsync(engine);
        await ListeningRun.PostAsync(engine, Lines(3));
        await engine.Get<Refusals>().CloseAsync("missing-type", campaign.Generation, default);

        await ListeningRun.TrackAsync(engine);

        Assert.Equal((0, 0), Mentions(measured));
        Assert.Empty(measured.Of("campaigns.mentions.lag"));
    }

    private static (double Tracked, double Again) Mentions(Measured measured) => (measured.Sum("campaigns.mentions.tracked"), measured.Sum("campaigns.mentions.duplicates"));

    private static string Lines(int count) => Line.Join(Enumerable.Range(0, count).Select(static number => Line.Of($"{number}", createdAt: $"2015-06-08T{number % 5:00}:00:00Z", author: $"a{number}")));
}
