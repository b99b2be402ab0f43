using System.Text.Json;
using Campaigns.Listening.Supporters;
using Campaigns.Results.RollUps;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.RollUps;

public sealed class SummaryTableTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task As_many_supporters_as_a_list_may_have_are_written_however_long_their_names_and_in_whatever_letters()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var table = engine.Get<SummaryTable>();
        var day = new DateTimeOffset(2015, 6, 8, 10, 0, 0, TimeSpan.Zero);
        var list = new SupporterList(
            "1",
            [.. Enumerable.Range(0, 5_000).Select(number => new Supporter(
                "mastodon", string.Concat(Enumerable.Repeat("𝐚", 98)) + $"{number:0000}", new string('é', 252) + $"{number:0000}", SupporterKind.Organisation, (UInt128)number + 1, number))],
            new Dictionary<UInt128, Supporter>());
        var tally = new SupporterTally(list);
        tally.Add([.. list.All.Select(one => KeyValuePair.Create(one.Number, new SupporterSums { Mentions = 1_000_000, Uses = 1_000_000, First = day.ToUnixTimeSeconds(), Last = day.ToUnixTimeSeconds() }))]);
        var summary = new Summary(day, "plan", new Totals
        {
            Mentions = 0,
            WithoutAuthor = 0,
            Own = 0,
            Uses = new Dictionary<int, long>(),
            Kinds = [],
            Authors = null,
            Impressions = default,
            Likes = default,
            Shares = default,
            Comments = default,
            Views = default,
        }, new Dictionary<string, ChannelTotals>());

        Assert.True(await table.ReplaceAsync("missing-type", "1", await table.ReadStoredAsync("missing-type", "1", default), summary, [.. tally.Rows()], default));

        var (read, _) = await table.ReadSupporterRowsAsync("missing-type", "1", default);
        Assert.Equal(list.All.Select(one => one.Name), read.Select(one => one.Name));
        Assert.Equal(5_000, JsonSerializer.Deserialize<SupporterTotals[]>(JsonSerializer.Serialize(read))!.Length);
        await table.SealAsync("missing-type", "1", default);
        Assert.Equal(5_000, (await table.ReadSupporterRowsAsync("missing-type", "1", default)).Rows.Count);
    }
}
