using System.Text.RegularExpressions;
using Campaigns.Channels;
using Campaigns.Http;
using Campaigns.Planning;
using Campaigns.Publishing;
using Campaigns.Tests.Listening.Search;
using Campaigns.Tests.Publishing;
using Campaigns.Tests.Security;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Campaigns.Tests.Infra;

/// <summary>What alerts go by is said when it happens, and not before.</summary>
public sealed class SaidTests(AzuriteFixture azurite) : IDisposable
{
    private readonly SaidLines log = new();

    public void Dispose() => log.Dispose();

    [Fact]
    public async Task A_delivery_whose_fate_nobody_can_tell()
    {
        await using var rig = await PublishingRig.StartAsync(azurite, log);
        await rig.PutAsync(PublishingRig.Json());
        rig.Platform.After = static (_, _) => Task.FromResult<PublishOutcome?>(new PublishOutcome.Unknown("No answer came."));
        rig.Platform.CanBeAsked = false;
        var message = (await rig.MessageAsync()).Write();
        await rig.DeliverAsync(message);
        Assert.Empty(Said("may be out or not"));

        rig.Clock.Advance(TimeSpan.FromMinutes(6));
        await rig.DeliverAsync(message);
        Assert.Single(Said("may be out or not"));
    }

    [Fact]
    public async Task A_delivery_that_did_not_go_out_after_every_attempt()
    {
        await using var rig = await PublishingRig.StartAsync(azurite, log);
        await rig.PutAsync(PublishingRig.Json());
        rig.Platform.Before = static (_, _) => throw new ChannelUnreachableException("The platform cannot be reached.");
        var message = (await rig.MessageAsync()).Write();
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            Assert.Empty(Said("was given up after"));
            await Assert.ThrowsAsync<ChannelUnreachableException>(() => rig.DeliverAsync(message, attempt));
        }

        Assert.EndsWith("of campaign missing-type was given up after 5 attempts", Assert.Single(Said("was given up after")), StringComparison.Ordinal);
    }

    /// <summary>The runbook lets a person send the post again, so it is not said of one that may be out, nor of one that is.</summary>
    [Fact]
    public async Task A_delivery_that_may_be_out_or_is_out_is_not_said_to_be_given_up()
    {
        await using var rig = await PublishingRig.StartAsync(azurite, log);
        await rig.PutAsync(PublishingRig.Json());
        rig.Platform.After = static (_, _) => throw new InvalidOperationException("a bug");
        var message = (await rig.MessageAsync()).Write();
        await Assert.ThrowsAsync<InvalidOperationException>(() => rig.DeliverAsync(message, 5));
        Assert.Equal(DeliveryState.Unknown, (await rig.DeliveryAsync()).State);
        Assert.Single(Said("may be out or not"));

        rig.Platform.After = static (_, _) => Task.FromResult<PublishOutcome?>(null);
        await rig.PutAsync(PublishingRig.Json(), "second");
        await rig.RunAsync();
        Assert.Equal(2, rig.Platform.Posts.Count);
        Assert.Empty(Said("was given up after"));
    }

    [Fact]
    public async Task An_account_that_may_not_post()
    {
        await using var rig = await PublishingRig.StartAsync(azurite, log);
        await rig.PutAsync(PublishingRig.Json());
        rig.Platform.Before = static (_, _) => Task.FromResult<PublishOutcome?>(new PublishOutcome.NotAuthorised("The app password was revoked."));
        await rig.RunAsync();

        Assert.Contains("on bluesky", Assert.Single(Said("its credential has to be renewed")), StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lines, line => line.Contains("revoked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_that_is_not_searched_and_a_budget_that_is_nearly_spent()
    {
        await using var rig = await SearchRig.StartAsync(azurite, """, "budget": { "calls": 3 }""", log: log);
        for (var item = 0; item < 57; item++)
        {
            rig.Channel.Say($"{item}", SearchRig.Start.AddMinutes(item));
        }

        rig.Channel.Answers(new SearchPage.Refused("Not with this token."));
        await rig.RunAsync();
        Assert.Contains("from 2015-06-05 00:00:00Z to 2015-06-05 01:00:00Z at least: refused.", Assert.Single(Said("Nobody listens for campaign")), StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lines, line => line.Contains("Not with this token", StringComparison.Ordinal));
        Assert.Empty(Said("Searches have spent"));

        rig.Channel.Answers(null);
        rig.Clock.Advance(TimeSpan.FromHours(1));
        await rig.RunForAsync(TimeSpan.FromMinutes(20));
        Assert.Contains("Searches have spent 100% of the budget of campaign missing-type.", log.Lines);
    }

    [Fact]
    public async Task A_channel_that_fails_again_and_again_or_pauses_for_hours_and_not_one_that_fails_now_and_then()
    {
        await using var rig = await SearchRig.StartAsync(azurite, log: log);
        var (asked, until) = (0, default(DateTimeOffset?));
        rig.Channel.Before = (_, _) => Task.FromResult<SearchPage?>(++asked % 3 == 1 ? new SearchPage.Failed("No answer came.") : null);
        await rig.RunForAsync(TimeSpan.FromHours(3));
        Assert.True(Said(": failed.").Count > 2);
        Assert.Empty(Said("Nobody listens for campaign"));

        rig.Channel.Before = (_, _) => Task.FromResult<SearchPage?>(until is null ? new SearchPage.RateLimited((until = rig.Clock.GetUtcNow().AddMinutes(10)).Value) : null);
        await rig.RunForAsync(TimeSpan.FromHours(1));
        Assert.Single(Said(": rate_limited."));
        Assert.Empty(Said("Nobody listens for campaign"));

        until = null;
        rig.Channel.Before = (_, _) => Task.FromResult<SearchPage?>(until is null ? new SearchPage.RateLimited((until = rig.Clock.GetUtcNow().AddHours(4)).Value) : new SearchPage.Failed("No answer came."));
        await rig.RunForAsync(TimeSpan.FromHours(2));
        Assert.Contains($"from {until!.Value.AddHours(-4):u} to {until:u} at least: rate_limited.", Assert.Single(Said("Nobody listens for campaign")), StringComparison.Ordinal);

        await rig.RunForAsync(TimeSpan.FromHours(3));
        Assert.Contains(": failed.", Said("Nobody listens for campaign")[^1], StringComparison.Ordinal);
        Assert.All(Said("Nobody listens for campaign"), line => Assert.Contains($"from {until!.Value.AddHours(-4):u} to", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_access_key_that_ends_soon()
    {
        var clock = TestClock.At("2015-06-01T00:00:00Z");
        await using var engine = await TestEngine.StartAsync(azurite, clock, services => services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(log)));
        await PutAsync("first", """{ "roles": ["manager"] }""");
        await PutAsync("board", """{ "roles": ["reader"], "expires": "2015-06-30T00:00:00Z" }""");
        await engine.Function<WatchKeys>().Run(new TimerInfo(), TestContext.Current.CancellationToken);
        Assert.Empty(Said("The access key"));

        clock.Set(new(2015, 6, 20, 0, 0, 0, TimeSpan.Zero));
        await engine.Function<WatchKeys>().Run(new TimerInfo(), TestContext.Current.CancellationToken);
        Assert.Equal(["The access key board ends on 2015-06-30 00:00:00Z"], Said("The access key"));

        clock.Set(new(2015, 7, 1, 0, 0, 0, TimeSpan.Zero));
        await engine.Function<WatchKeys>().Run(new TimerInfo(), TestContext.Current.CancellationToken);
        Assert.Single(Said("The access key"));

        async Task PutAsync(string name, string body)
        {
            var request = Call.Request(engine, "PUT", $"/api/access/{name}", body);
            Assert.Equal(201, (await Call.AnswerAsync(request, engine.Function<PutAccess>().Run(request, name, TestContext.Current.CancellationToken))).Status);
        }
    }

    [Fact]
    public async Task A_request_that_met_a_fault_of_the_engine_and_no_other()
    {
        await using var engine = await TestEngine.StartAsync(azurite, change: services => services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(log)));
        Assert.Equal(503, await StatusAsync(new Azure.RequestFailedException(503, "Storage is busy.")));
        Assert.Empty(Said("failed in invocation"));
        Assert.Contains("ListCampaigns", Assert.Single(Said("got no answer of storage")), StringComparison.Ordinal);

        Assert.Equal(500, await StatusAsync(new InvalidOperationException("A row says what no row can say.")));
        Assert.Contains("ListCampaigns", Assert.Single(Said("failed in invocation")), StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lines, line => line.Contains("no row", StringComparison.Ordinal));

        async Task<int> StatusAsync(Exception fault) =>
            (await new DoorCall(engine).AskAsync(DoorCall.Route<ListCampaigns>("GET"), Call.Request(engine, "GET", "/api/campaigns"), () => Task.FromException<IResult>(fault))).Status;
    }

    [Fact]
    public async Task A_queue_by_the_name_that_the_rule_reads_out_of_the_line()
    {
        var rule = (await Template.ReadAsync()).Files["modules/alerts.bicep"].Find("variable", "queryRules")!.Value!.Items.Single(item => item["name"]!.Value == "queue-age");
        var pattern = rule["query"]!.Value!.Split('"')[3];
        var said = EngineNeeds.Read().Messages["QueueWatch.Waits"].Replace("{Queue}", "roll-ups", StringComparison.Ordinal);
        Assert.Equal("roll-ups", Regex.Match(said, pattern).Groups[1].Value);
    }

    private List<string> Said(string phrase) => [.. log.Lines.Where(line => line.Contains(phrase, StringComparison.Ordinal))];
}
