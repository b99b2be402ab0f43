using Campaigns.Listening.Cells;
using Campaigns.Planning;
using Campaigns.Results.RollUps;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.RollUps;

public sealed class HourPartBytesTests(AzuriteFixture azurite)
{
    private const int MostOfAnEntity = 1024 * 1024;

    [Fact]
    public void The_heaviest_day_that_there_can_be_fits_an_entity()
    {
        var bytes = HourPartBytes.Write(Heaviest(hours: 25, mentions: 17_000_000_000));

        Assert.InRange(bytes.Length, 500_000, MostOfAnEntity * 9 / 10);
        Assert.Equal(25 * Channel.All.Count * 4, HourPartBytes.Read(bytes).Count);
    }

    [Fact]
    public void What_is_cut_short_or_of_another_layout_is_not_read()
    {
        var bytes = HourPartBytes.Write(Heaviest(hours: 1, mentions: 5));

        Assert.Throws<CellFormatException>(() => HourPartBytes.Read(bytes[..^1]));
        Assert.Throws<CellFormatException>(() => HourPartBytes.Read([.. bytes, 0]));
        bytes[0]++;
        Assert.Throws<CellFormatException>(() => HourPartBytes.Read(bytes));
    }

    [Fact]
    public async Task Heavy_days_are_written_in_as_many_transactions_as_they_need_and_read_back_by_their_days()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var summaries = engine.Get<SummaryTable>();
        var day = HourPartBytes.Write(Heaviest(hours: 24, mentions: 1_000_000));
        RollUpRow[] rows = [.. Enumerable.Range(1, 7).Select(number => RollUpRow.Of($"{SummaryRows.HoursPrefix}2015-06-0{number}", day))];
        var summary = new Summary(DateTimeOffset.UnixEpoch, "plan", new Tally().Total(new AuthorTotals(0, 0, 0, default)), new Dictionary<string, ChannelTotals>());

        Assert.True(await summaries.ReplaceAsync("heavy", "g", new StoredRollUp(null, null, new Dictionary<string, (string?, Azure.ETag)>()), summary, rows, default));
        var read = await engine.Get<HoursTable>().ReadAsync("heavy", "g", false, "2015-06-03", "2015-06-05", default).ToListAsync();

        Assert.Equal(["hours|2015-06-03", "hours|2015-06-04", "hours|2015-06-05"], read.Select(hours => hours.Row));
        Assert.All(read, hours => Assert.Equal(24 * Channel.All.Count * 4, hours.Parts.Count));
    }

    private static HourPart[] Heaviest(int hours, long mentions) =>
    [
        .. from hour in Enumerable.Range(0, hours)
           from channel in Channel.All
           from kind in Enumerable.Range(0, 4)
           select new HourPart(400_000 + hour, channel, kind)
           {
               Mentions = mentions,
               WithoutAuthor = mentions,
               Own = mentions,
               Likes = Sum(mentions),
               Shares = Sum(mentions),
               Comments = Sum(mentions),
               Views = Sum(mentions),
               Uses = Enumerable.Range(0, TagNumbers.Most).ToDictionary(tag => tag, _ => mentions),
           },
    ];

    private static KnownSum Sum(long mentions) => new(mentions * 100_000_000, mentions, mentions);
}
