using Campaigns.Listening.Cells;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Cells;

public sealed class CellCommitterTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_is_gathered_with_something_too_large_is_counted_all_the_same()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var (committer, id) = (engine.Get<CellCommitter>(), new CellId("c", "g", 398_000));
        var small = Enumerable.Range(0, 8).Select(n => Records(n * 10, 10)).ToArray();

        // All wait for one lane, so that later ones are gathered.
        var commits = small[..4].Append(Records(1_000, 40_000)).Concat(small[4..]).Select(records => committer.CommitAsync(id, records, default)).ToArray();
        await Task.WhenAll(commits).ContinueWith(static _ => { }, TaskScheduler.Default);

        Assert.IsType<CellFullException>(commits[4].Exception!.InnerException);
        Assert.Equal(8, commits.Count(commit => commit.IsCompletedSuccessfully));
        Assert.Equal(80, (await engine.Get<CellTable>().ReadAsync(id, default)).Cell.Count);
    }

    private static Cell Records(int first, int count) => Cell.Of([.. Enumerable.Range(first, count).Select(n => new MentionRecord
    {
        Key = (UInt128)(ulong)(n + 1) << 64,
        Author = (UInt128)(ulong)(n + 1),
        Channel = "x",
        Tags = 1,
        Followers = 100,
        LargestFollowers = 100,
        Likes = 1,
        Shares = 1,
        Comments = 1,
        Views = 1,
        Second = n % 3600,
        ObservedAt = 1_433_757_600_000,
    })]);
}
