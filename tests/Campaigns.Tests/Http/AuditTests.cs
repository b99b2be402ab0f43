using Azure;
using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Storage;
using Campaigns.Tests.Security;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Tests.Http;

public sealed class AuditTests(AzuriteFixture azurite)
{
    public static TheoryData<Exception?, int?> Ends => new()
    {
        { null, 204 },
        { new InvalidOperationException("a bug"), 500 },
        { new RequestFailedException(503, "Storage is busy."), 503 },
        { new BadHttpRequestException("Unexpected end of request content."), 400 },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task How_a_change_ended_stands_in_its_row_whatever_met_it(Exception? fault, int? status)
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var request = Call.Request(engine, "PUT", "/api/campaigns/give-blood", "{}");
        var answer = await new DoorCall(engine).AskAsync(DoorCall.Route<PutCampaign>(), request, fault is null ? null : () => Task.FromException<IResult>(fault));
        Assert.Equal((status, status), (answer.Status, await StatusAsync(engine)));
    }

    /// <summary>Whoever went away learnt nothing, and how far the change came nobody knows.</summary>
    [Fact]
    public async Task A_change_whose_caller_went_away_has_a_row_without_an_end()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var request = Call.Request(engine, "PUT", "/api/campaigns/give-blood", "{}");
        using var gone = new CancellationTokenSource();
        request.HttpContext.RequestAborted = gone.Token;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new DoorCall(engine).AskAsync(DoorCall.Route<PutCampaign>(), request, async () =>
        {
            await gone.CancelAsync();
            throw new OperationCanceledException(gone.Token);
        }));
        Assert.Null(await StatusAsync(engine));
    }

    private static async Task<int?> StatusAsync(TestEngine engine)
    {
        var row = Assert.Single(await engine.Get<StorageRim>().Table(TableNames.Audit).QueryAsync<TableEntity>().ToListAsync());
        Assert.Equal(("local", "PUT", "/api/campaigns/give-blood"), (row.GetString("Who"), row.GetString("Method"), row.GetString("Path")));
        return row.GetInt32("Status");
    }
}
