using Campaigns.Publishing;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Publishing;

public sealed class PostControlTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_post_that_is_held_waits_until_it_is_released()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        await rig.TickAsync();
        Assert.Equal(200, (await HoldAsync(rig)).Status);
        Assert.Equal(200, (await HoldAsync(rig)).Status);
        foreach (var message in await rig.TakeAsync())
        {
            await rig.DeliverAsync(message.MessageText);
        }

        Assert.Empty(rig.Platform.Posts);
        rig.Clock.Advance(TimeSpan.FromHours(2));
        await rig.RunAsync();
        Assert.Empty(rig.Platform.Posts);

        var released = await ReleaseAsync(rig);
        Assert.Equal("waiting", released.Json.GetProperty("deliveries")[0].GetProperty("state").GetString());
        await rig.RunAsync();
        Assert.Equal(rig.Clock.GetUtcNow(), Assert.Single(rig.Platform.Posts).DueAt);
        Assert.Equal(409, (await HoldAsync(rig)).Status);
    }

    [Fact]
    public async Task Everything_is_held_and_released_at_once()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        await rig.TickAsync();
        var message = Assert.Single(await rig.TakeAsync());
        Assert.Equal(200, (await PostAsync(rig, "/api/hold", request => rig.Engine.Function<HoldEverything>().Run(request, default))).Status);

        await rig.DeliverAsync(message.MessageText);
        await rig.RunAsync();
        Assert.Empty(rig.Platform.Posts);
        var held = Assert.Single(await rig.DeliveriesAsync("?state=held"));
        Assert.Contains("Everything is held since", held.GetProperty("reason").GetString(), StringComparison.Ordinal);

        Assert.Equal(200, (await PostAsync(rig, "/api/release", request => rig.Engine.Function<ReleaseEverything>().Run(request, default))).Status);
        await rig.RunAsync();
        Assert.Single(rig.Platform.Posts);
    }

    [Fact]
    public async Task A_cancelled_post_goes_out_only_where_somebody_who_knows_it_puts_it_again()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        var put = await rig.PutAsync(PublishingRig.Json());
        Assert.Equal(200, (await CancelAsync(rig)).Status);
        await rig.RunAsync();
        Assert.Empty(rig.Platform.Posts);
        Assert.Equal(409, (await ReleaseAsync(rig)).Status);
        Assert.Equal(412, (await rig.PutAsync(PublishingRig.Json(), "first", $"If-Match: {put.ETag}")).Status);

        var request = Call.Request(rig.Engine, "GET", "/api/campaigns/missing-type/posts/first");
        var current = await Call.AnswerAsync(request, rig.Engine.Function<GetPost>().Run(request, "missing-type", "first", default));
        Assert.Equal(200, (await rig.PutAsync(PublishingRig.Json(), "first", $"If-Match: {current.ETag}")).Status);
        await rig.RunAsync();
        Assert.Single(rig.Platform.Posts);
    }

    [Fact]
    public async Task A_post_that_is_held_stays_held_when_it_changes()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        await rig.PutAsync(PublishingRig.Json());
        await HoldAsync(rig);
        Assert.Equal(200, (await rig.PutAsync(PublishingRig.Json("2015-06-08T07:00:00Z"), "first", "If-Match: *")).Status);
        await rig.RunAsync();
        Assert.Empty(rig.Platform.Posts);
        Assert.Equal(DeliveryState.Held, (await rig.DeliveryAsync()).State);
    }

    [Fact]
    public async Task A_post_that_is_not_there_is_a_404()
    {
        await using var rig = await PublishingRig.StartAsync(azurite);
        Assert.Equal(404, (await HoldAsync(rig)).Status);
    }

    private static Task<Answer> HoldAsync(PublishingRig rig) =>
        PostAsync(rig, "/api/campaigns/missing-type/posts/first/hold", request => rig.Engine.Function<HoldPost>().Run(request, "missing-type", "first", default));

    private static Task<Answer> ReleaseAsync(PublishingRig rig) =>
        PostAsync(rig, "/api/campaigns/missing-type/posts/first/release", request => rig.Engine.Function<ReleasePost>().Run(request, "missing-type", "first", default));

    private static Task<Answer> CancelAsync(PublishingRig rig) =>
        PostAsync(rig, "/api/campaigns/missing-type/posts/first/cancel", request => rig.Engine.Function<CancelPost>().Run(request, "missing-type", "first", default));

    private static Task<Answer> PostAsync(PublishingRig rig, string path, Func<Microsoft.AspNetCore.Http.HttpRequest, Task<Microsoft.AspNetCore.Http.IResult>> run)
    {
        var request = Call.Request(rig.Engine, "POST", path);
        return Call.AnswerAsync(request, run(request));
    }
}
