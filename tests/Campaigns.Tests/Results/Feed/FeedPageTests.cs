using System.Runtime.CompilerServices;
using Campaigns.Http;
using Campaigns.Results.Feed;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Tests.Results.Feed;

public sealed class FeedPageTests
{
    [Fact]
    public async Task Only_so_many_pages_at_once_are_held_to_be_brought_into_another_order_and_each_is_answered()
    {
        var set = new WaitingSet(FeedTurns.Most);
        var pages = Enumerable.Range(0, 3 * FeedTurns.Most).Select(number => ReadAsync(set, $"key:{number}")).ToList();
        await set.Full.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        set.Open.SetResult();

        Assert.All(await Task.WhenAll(pages), static page => Assert.Equal(["3", "2"], page));
        Assert.Equal(FeedTurns.Most, set.Most);
    }

    [Fact]
    public async Task One_caller_with_ever_so_many_pages_in_another_order_leaves_turns_for_others()
    {
        var set = new WaitingSet(FeedTurns.MostOfCaller);
        var pages = Enumerable.Range(0, 3 * FeedTurns.Most).Select(_ => ReadAsync(set, "key:greedy")).ToList();
        await set.Full.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        var another = new WaitingSet(1);
        another.Open.SetResult();
        Assert.Equal(["3", "2"], await ReadAsync(another, "key:modest").WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        set.Open.SetResult();
        await Task.WhenAll(pages);
        Assert.Equal(FeedTurns.MostOfCaller, set.Most);
    }

    [Fact]
    public async Task Whoever_goes_away_while_waiting_for_another_order_holds_up_nobody()
    {
        var set = new WaitingSet(FeedTurns.MostOfCaller);
        using var gone = new CancellationTokenSource();
        var pages = Enumerable.Range(0, 2 * FeedTurns.Most).Select(_ => ReadAsync(set, "key:leaves", gone.Token)).ToList();
        await set.Full.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await gone.CancelAsync();
        foreach (var page in pages)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => page);
        }

        set.Open.SetResult();
        Assert.Equal(["3", "2"], await ReadAsync(set, "key:leaves").WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
    }

    private static async Task<string[]> ReadAsync(FeedSet set, string caller, CancellationToken cancellationToken = default)
    {
        var bounds = FilterBounds.Of(null);
        var query = new FeedQuery
        {
            Set = set,
            Lets = static _ => true,
            Bounds = bounds,
            OrderBy = [(0, true)],
            Select = [0],
            Uri = new Microsoft.OData.ODataUri(),
            Options = new Dictionary<string, string>(),
        };
        var http = new DefaultHttpContext();
        http.Features.Set(new Caller(caller, [Role.Reader], []));
        return await new FeedPage(query, new FeedScope(http.Request, bounds, null), 2).RowsAsync(cancellationToken).Select(static row => (string)row[0]!).ToArrayAsync(cancellationToken);
    }

    /// <summary>Three rows, of which none comes before as many read as may.</summary>
    private sealed class WaitingSet(int full) : FeedSet("Waiting", "Waiting", [])
    {
        private int reading;

        public TaskCompletionSource Full { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Most { get; private set; }

        public override async IAsyncEnumerable<object?[]> ReadAsync(FeedScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            lock (Open)
            {
                Most = Math.Max(Most, ++reading);
            }

            if (Most == full)
            {
                Full.TrySetResult();
            }

            try
            {
                await Open.Task.WaitAsync(cancellationToken);
                foreach (var key in new[] { "1", "2", "3" })
                {
                    yield return [key];
                }
            }
            finally
            {
                lock (Open)
                {
                    reading--;
                }
            }
        }
    }
}
