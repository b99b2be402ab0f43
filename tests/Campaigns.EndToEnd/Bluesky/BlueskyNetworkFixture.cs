namespace Campaigns.EndToEnd.Bluesky;

/// <summary>The tests that share one Bluesky network.</summary>
[CollectionDefinition(nameof(BlueskyNetwork))]
public sealed class BlueskyNetworkTests : ICollectionFixture<BlueskyNetworkFixture>;

/// <summary>One Bluesky network for the tests of its collection.</summary>
public sealed class BlueskyNetworkFixture : IAsyncLifetime
{
    private BlueskyNetwork? network;
    private string? missing;

    /// <summary>The network; the test that asks is skipped, with the reason, where the machine cannot have one.</summary>
    public BlueskyNetwork Network
    {
        get
        {
            Assert.SkipWhen(missing is not null, missing ?? "");
            return network!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        try
        {
            network = await BlueskyNetwork.StartAsync();
        }
        catch (BlueskyServerMissingException exception)
        {
            missing = exception.Message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (network is not null)
        {
            await network.DisposeAsync();
        }
    }
}
