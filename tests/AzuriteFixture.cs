using Campaigns.TestSupport;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Campaigns.TestSupport;

/// <summary>One emulator for all tests of an assembly; each test keeps to a prefix of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Azurite? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    /// <summary>A fresh prefix for table and queue names: letters and digits, starting with a letter.</summary>
    public static string NewPrefix() => "t" + Guid.NewGuid().ToString("N")[..10];

    public async ValueTask InitializeAsync() => azurite = await Azurite.StartInMemoryAsync();

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
        {
            await azurite.DisposeAsync();
        }
    }
}
