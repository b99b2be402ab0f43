using Azure.Identity;
using Campaigns.Http;
using Campaigns.Planning;
using Campaigns.Tests.Security;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Tests.Http;

public sealed class FailuresTests(AzuriteFixture azurite)
{
    /// <summary>A role or the way through a firewall that is gone is for who operates to mend, and for who calls to wait for: no fault of the engine.</summary>
    [Theory]
    [InlineData(401, "NoAuthenticationInformation")]
    [InlineData(403, "AuthorizationPermissionMismatch")]
    [InlineData(403, "AuthorizationFailure")]
    public async Task Storage_that_does_not_let_the_engine_in_is_a_503(int status, string code)
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var engine = await wire.EngineAsync(azurite);
        var told = """{"odata.error":{"code":"CODE","message":{"lang":"en-US","value":"No."}}}""".Replace("CODE", code, StringComparison.Ordinal);
        wire.Lets = _ => new(false, new(status, "application/json", told));

        var answer = await AskAsync(engine, () => engine.Get<CampaignTable>().FindAsync("missing-type", TestContext.Current.CancellationToken));

        Assert.Equal((503, "5"), (answer.Status, answer.Headers.RetryAfter.ToString()));
        Assert.DoesNotContain(code, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_identity_that_gets_no_token_is_a_503_and_anything_else_a_500()
    {
        await using var engine = await TestEngine.StartAsync(azurite);

        Assert.Equal(503, (await AskAsync(engine, () => throw new AuthenticationFailedException("ManagedIdentityCredential authentication failed."))).Status);
        Assert.Equal(500, (await AskAsync(engine, () => throw new InvalidOperationException("a bug"))).Status);
    }

    private static Task<Answer> AskAsync(TestEngine engine, Func<Task> fails) => new DoorCall(engine).AskAsync(
        DoorCall.Route<GetHealth>(), Call.Request(engine, "GET", "/api/health"), async () =>
        {
            await fails();
            return TypedResults.NoContent();
        });
}
