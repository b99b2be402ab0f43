using Campaigns.TestSupport;

namespace Local.Tests;

public sealed class AzuriteTests(AzuriteFixture azurite)
{
    [Fact]
    public void The_emulator_answers() => Assert.Contains("TableEndpoint", azurite.ConnectionString, StringComparison.Ordinal);
}
