using System.Text.Json;
using Azure.Data.Tables;
using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Results.RollUps;
using Campaigns.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Results.RollUps;

public class CampaignFoldTests
{
    private static readonly DateTimeOffset AsOf = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Any_history_rolled_up_piece_by_piece_gives_what_a_cold_process_and_the_naive_model_give() =>
        Prop.ForAll(FoldSteps.Any.ArrayOf().ToArbitrary(), history =>
        {
            var (store, warm) = (new FoldStore(), new CampaignFold(FoldSteps.Plan));
            foreach (var step in history)
            {
                store.Merge(step.Cell, step.Record);
                if (step.RollUp)
                {
                    warm = CaughtUp(warm, store, FoldSteps.Plans[step.Plan], step.LetGo);
                    warm.End(AsOf);
                }

                if (step.LetGo)
                {
                    warm.LetDayGo();
                }
            }

            var plan = FoldSteps.Plans[history.Length % FoldSteps.Plans.Length];
            var (kept, made) = (Written(CaughtUp(warm, store, plan)), Written(CaughtUp(new CampaignFold(plan), store, plan)));
            Assert.Equal(made.Text, kept.Text);
            Assert.Equal(NaiveFigures.Of(store.Records, plan), NaiveFigures.Of(kept.Summary, kept.Days.Where(day => day.Totals.Mentions > 0), kept.Supporters, plan));
            AddUp(kept.Summary, kept.Days);
            Assert.Equal(NaiveHours.Of(store.Records, plan), NaiveHours.Of(kept.Hours));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Only_cells_that_changed_are_read_again()
    {
        var store = new FoldStore();
        store.Merge(Cell(1), Record(1, author: 1));
        store.Merge(Cell(2), Record(2, author: 2));
        var fold = CaughtUp(new CampaignFold(FoldSteps.Plan), store);
        store.Merge(Cell(2), Record(3, author: 3));
        store.Merge(Cell(30), Record(4, author: 4));

        Assert.Equal([Cell(2), Cell(30)], fold.Missing(store.Versions)!.Select(cell => cell.Id));
    }

    [Fact]
    public void A_day_whose_authors_were_let_go_is_read_whole_when_it_changes_and_not_before()
    {
        var store = new FoldStore();
        store.Merge(Cell(1), Record(1, author: 1));
        store.Merge(Cell(2), Record(2, author: 2));
        store.Merge(Cell(30), Record(3, author: 1));
        var fold = CaughtUp(new CampaignFold(FoldSteps.Plan), store);
        fold.End(AsOf);
        Assert.True(fold.LetDayGo() && fold.LetDayGo() && !fold.LetDayGo());

        Assert.Empty(fold.Missing(store.Versions)!);
        store.Merge(Cell(2), Record(4, author: 1));
        Assert.Equal([Cell(1), Cell(2)], fold.Missing(store.Versions)!.Select(cell => cell.Id));
        Assert.Equal(2, Written(CaughtUp(fold, store)).Days[0].Totals.Authors!.Contributors);
    }

    [Fact]
    public void A_day_is_not_let_go_before_what_changed_of_it_was_read()
    {
        var store = new FoldStore();
        store.Merge(Cell(1), Record(1, author: 1));
        store.Merge(Cell(28), Record(2, author: 2));
        store.Merge(Cell(29), Record(3, author: 3));
        var fold = CaughtUp(new CampaignFold(FoldSteps.Plan), store);
        fold.End(AsOf);
        Assert.True(fold.LetDayGo());
        store.Merge(Cell(1), Record(4, author: 4));
        store.Merge(Cell(29), Record(5, author: 5));

        Assert.Equal(3, Written(CaughtUp(fold, store, letGo: true)).Days[1].Totals.Authors!.Contributors);
    }

    [Fact]
    public void An_author_who_is_taken_back_or_a_cell_that_goes_means_folding_anew()
    {
        var store = new FoldStore();
        store.Merge(Cell(1), Record(1, author: 1));
        store.Merge(Cell(2), Record(2, author: 2));
        var fold = CaughtUp(new CampaignFold(FoldSteps.Plan), store);
        store.Merge(Cell(1), Record(1, author: 3) with { ObservedAt = 0 });

        Assert.Null(fold.Missing(store.Versions));
        Assert.False(fold.Add(Cell(1), store[Cell(1)]));
        fold = CaughtUp(new CampaignFold(FoldSteps.Plan), store);
        store.Remove(Cell(2));
        Assert.Null(fold.Missing(store.Versions));
    }

    [Fact]
    public void Six_hundred_thousand_authors_and_those_of_a_day_take_less_than_the_memory_that_is_kept()
    {
        var (authors, ofDay) = (new AuthorUnion(1), new DayAuthors(1));
        for (ulong author = 1; author <= 600_000; author++)
        {
            var sight = new AuthorSight(0, MentionKind.Original, 1 + (author & 7), author & 3, 5, true, false);
            ofDay.Add(authors.Add(new UInt128(author * 0x9E37_79B9_7F4A_7C15, author), sight), sight);
        }

        Assert.InRange(authors.Bytes + ofDay.Bytes, 24_000_000, new ListeningOptions().RollUpMegabytes * 1024L * 1024);
        Assert.Equal((600_000, 3_000_000), (authors.People.All.Contributors, authors.People.All.Reach.Sum));
        Assert.Equal((600_000, 3_000_000), (ofDay.People.All.Contributors, ofDay.People.All.Reach.Sum));
    }

    [Fact]
    public void An_account_that_is_learnt_to_be_a_supporters_means_folding_anew_only_if_it_has_said_anything()
    {
        var store = new FoldStore();
        store.Merge(Cell(1), Record(1, author: 101));
        var fold = CaughtUp(new CampaignFold(FoldSteps.Plans[1]), store, FoldSteps.Plans[1]);

        Assert.True(fold.Take(FoldSteps.Plans[2]));
        store.Merge(Cell(2), Record(2, author: 102));
        fold = CaughtUp(fold, store, FoldSteps.Plans[2]);
        Assert.Equal((2, 1), (Written(fold).Supporters.Single().Mentions, Written(fold).Summary.Named));
        Assert.False(fold.Take(FoldSteps.Plans[1]));
    }

    /// <summary>What a day keeps by channel and topic makes up the summary's.</summary>
    private static void AddUp(Summary summary, DayTotals[] days)
    {
        var parts = days.Select(day => day.Parts!).ToArray();
        Assert.All(summary.Channels, channel => Assert.Equal(channel.Value.Mentions, parts.Sum(day => day.Channels.GetValueOrDefault(channel.Key)?.Mentions ?? 0)));
        Assert.All(summary.Channels, channel => Assert.Equal(channel.Value.Uses.Values.Sum(), parts.Sum(day => day.Channels.GetValueOrDefault(channel.Key)?.Uses.Values.Sum() ?? 0)));
        Assert.All(summary.Topics, topic => Assert.Equal(
            (topic.Value.Mentions, topic.Value.WithHashtag),
            (parts.Sum(day => day.Topics.GetValueOrDefault(topic.Key)?.Mentions ?? 0), parts.Sum(day => day.Topics.GetValueOrDefault(topic.Key)?.WithHashtag ?? 0))));
        Assert.All(summary.LookAlikes, tag => Assert.Equal(tag.Value, parts.Sum(day => day.LookAlikes.GetValueOrDefault(tag.Key))));
        Assert.Equal(summary.OfAnyTopic, parts.Sum(day => day.OfAnyTopic));
        Assert.Equal(summary.HashtagPairs.Sum(pair => pair.Mentions), parts.Sum(day => day.HashtagPairs.Sum(pair => pair.Mentions)));
        Assert.Equal(summary.TopicPairs.Sum(pair => pair.Mentions), parts.Sum(day => day.TopicPairs.Sum(pair => pair.Mentions)));
    }

    /// <summary>Reads what is missing; where memory is short, a day is let go after each cell.</summary>
    private static CampaignFold CaughtUp(CampaignFold fold, FoldStore store, FoldPlan? plan = null, bool letGo = false)
    {
        var missing = fold.Take(plan ?? FoldSteps.Plan) ? fold.Missing(store.Versions) : null;
        return missing is not null && missing.All(Folded) ? fold : CaughtUp(new CampaignFold(plan ?? FoldSteps.Plan), store, plan, letGo);

        bool Folded(CellVersion cell)
        {
            var isFolded = fold.Add(cell.Id, store[cell.Id]);
            _ = letGo && fold.LetDayGo();
            return isFolded;
        }
    }

    private static (Summary Summary, DayTotals[] Days, SupporterTotals[] Supporters, HourPart[] Hours, string Text) Written(CampaignFold fold)
    {
        var (summary, rows) = fold.End(AsOf);
        var json = rows.Where(row => !row.Key.StartsWith("hours", StringComparison.Ordinal)).Select(row => (row.Key, row.Digest, Json: LongText.Read(row.Fill(new TableEntity())))).ToArray();
        Assert.All(json, row => Assert.Equal(row.Digest, RollUpRow.Of(row.Key, row.Json).Digest));
        var hours = rows.Where(row => row.Key.StartsWith("hours", StringComparison.Ordinal)).Select(row => (row.Key, row.Digest, Bytes: LongBytes.Read(row.Fill(new TableEntity()), SummaryRows.Bytes))).ToArray();
        Assert.All(hours, row => Assert.Equal(row.Digest, RollUpRow.Of(row.Key, row.Bytes).Digest));
        return (
            summary,
            [.. json.Where(row => row.Key.StartsWith("day", StringComparison.Ordinal)).Select(row => JsonSerializer.Deserialize<DayTotals>(row.Json)!)],
            [.. json.Where(row => row.Key.StartsWith("supporters", StringComparison.Ordinal)).SelectMany(row => JsonSerializer.Deserialize<SupporterTotals[]>(row.Json)!)],
            [.. hours.SelectMany(row => HourPartBytes.Read(row.Bytes))],
            JsonSerializer.Serialize(summary) + string.Join('\n', json) + string.Join('\n', hours.Select(row => (row.Key, row.Digest))));
    }

    private static CellId Cell(long hour) => new("c", "g", FoldSteps.FirstHour + hour);

    private static MentionRecord Record(ulong key, ulong author) => new()
    {
        Key = key,
        Author = author,
        Channel = "x",
        Tags = 1,
        Followers = 1,
        LargestFollowers = 1,
        Likes = -1,
        Shares = -1,
        Comments = -1,
        Views = -1,
        Second = 0,
        ObservedAt = 1,
    };
}
