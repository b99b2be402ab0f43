using Azure;
using Campaigns.EndToEnd.Support;
using Campaigns.Storage;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Storage;

/// <summary>Azure keeps the name of a deleted table for a while, as before a restore; the emulator does not.</summary>
public sealed class StorageSetupTests(AzuriteFixture azurite)
{
    private static readonly OtherAnswer BeingDeleted = new(
        409, "application/json", """{"odata.error":{"code":"TableBeingDeleted","message":{"lang":"en-US","value":"The specified table is being deleted. Try operation later."}}}""");

    private readonly TestClock clock = TestClock.At("2026-11-23T12:00:00Z");

    [Fact]
    public async Task A_start_waits_for_a_table_whose_name_is_not_free_yet()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite, clock: clock);
        var refused = 0;
        wire.Lets = request => request.EndsWith("/Tables", StringComparison.Ordinal) && Interlocked.Increment(ref refused) <= 20 ? new Fate(false, BeingDeleted) : true;

        await Setup(engine).StartAsync(TestContext.Current.CancellationToken);

        Assert.True(refused > 20 + TableNames.All.Count - 1, $"{refused}");
    }

    [Fact]
    public async Task It_does_not_wait_for_ever()
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite, clock: clock);
        wire.Lets = request =>
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            return request.EndsWith("/Tables", StringComparison.Ordinal) ? new Fate(false, BeingDeleted) : true;
        };

        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => Setup(engine).StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal("TableBeingDeleted", fault.ErrorCode);
    }

    private StorageSetup Setup(TestEngine engine) => new(engine.Get<StorageRim>(), [], clock) { Pause = TimeSpan.Zero };
}
