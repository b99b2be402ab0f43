using Campaigns.Channels;
using Campaigns.Listening.Coverage;
using Campaigns.Listening.Retention;
using Campaigns.Listening.Search;
using Campaigns.Planning;
using Campaigns.Tests.Listening.Erasures;
using Campaigns.Tests.Listening.Search;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Retention;

public sealed class PurgedSearchTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Of_a_search_stays_what_was_looked_at_and_not_how_it_stood()
    {
        await using var rig = await SearchRig.StartAsync(
            azurite, settings: new Dictionary<string, string?>(Erasing.WithoutWaits) { ["Retention:KnownAfter"] = "00:00:00", ["Retention:SecondPassAfter"] = "00:00:00" });
        rig.Channel.Say("1", SearchRig.Start.AddMinutes(5));
        await rig.RunAsync();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        rig.Channel.Answers(new SearchPage.Refused("Not with this token."));
        await rig.RunAsync();
        var before = await ReadAsync(rig);
        Assert.Equal((true, true, true), (before.StoppedAt is not null, before.Reason is not null, before.Open.Count > 0));

        rig.Clock.Set(SearchRig.End.AddDays(91));
        await rig.Engine.Function<EndRetention>().Run(null!, TestContext.Current.CancellationToken);

        Assert.NotNull((await rig.Engine.Get<CampaignTable>().FindAsync("missing-type", TestContext.Current.CancellationToken))!.PurgedAt);
        var after = await ReadAsync(rig);
        Assert.Equal((null, null, null, "", 0), (after.StoppedAt, after.Reason, after.NextAt, after.Lease, after.Open.Count));
        Assert.Equal((before.Key, before.From, before.LookedTo), (after.Key, after.From, after.LookedTo));
        Assert.Equal(SearchLedgerBytes.Write(before.Ledger), SearchLedgerBytes.Write(after.Ledger));
    }

    private static async Task<SearchRow> ReadAsync(SearchRig rig) => Assert.Single((await rig.Engine.Get<SearchTable>().ReadAsync(rig.Campaign, TestContext.Current.CancellationToken)).Searches);
}
