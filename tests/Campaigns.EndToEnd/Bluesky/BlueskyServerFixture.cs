namespace Campaigns.EndToEnd.Bluesky;

/// <summary>The tests that share one Bluesky server.</summary>
[CollectionDefinition(nameof(BlueskyServer))]
public sealed class BlueskyServerTests : ICollectionFixture<BlueskyServerFixture>;

/// <summary>One Bluesky server for the tests of its collection.</summary>
public sealed class BlueskyServerFixture : IAsyncLifetime
{
    private BlueskyServer? server;
    private string? missing;

    /// <summary>The server; the test that asks is skipped, with the reason, where the machine cannot have one.</summary>
    public BlueskyServer Server
    {
        get
        {
            Assert.SkipWhen(missing is not null, missing ?? "");
            return server!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        try
        {
            server = await BlueskyServer.StartAsync();
        }
        catch (BlueskyServerMissingException exception)
        {
            missing = exception.Message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
