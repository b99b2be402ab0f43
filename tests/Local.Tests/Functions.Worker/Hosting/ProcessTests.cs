using Campaigns.TestSupport;
using Local.Tests.Functions.Worker.Queues;

namespace Local.Tests.Functions.Worker.Hosting;

public sealed class ProcessTests : IDisposable
{
    private readonly QueueHost queue;
    private readonly string journal = Path.GetTempFileName();

    public ProcessTests(AzuriteFixture azurite) => queue = new QueueHost(azurite);

    public void Dispose() => File.Delete(journal);

    [Fact]
    public async Task After_a_SIGKILL_the_messages_of_a_host_come_back_when_their_lease_ends()
    {
        await queue.SendAsync("message");
        await using (var killed = Start(holdSeconds: 600))
        {
            await NotedAsync("begin message");
            killed.Kill();
            await killed.ExitAsync();
        }

        await using var second = Start(holdSeconds: 0);
        await NotedAsync("begin message", "begin message", "end message");
        await Wait.UntilAsync(queue.IsEmptyAsync, "the message is done");
    }

    [Fact]
    public async Task SIGTERM_finishes_what_is_running_and_takes_nothing_new()
    {
        SampleProcess.SkipWithoutSignals();
        await queue.SendAsync("first");
        await using var process = Start(holdSeconds: 3);
        using var http = new HttpClient { BaseAddress = await process.ListeningAsync() };
        await NotedAsync("begin first");
        await queue.SendAsync("second");
        var answer = http.GetStringAsync("/api/slow/request");
        await NotedAsync("begin first", "begin request");

        process.Terminate();

        Assert.Equal("request", await answer);
        Assert.Equal(0, await process.ExitAsync());
        Assert.Equal(["begin first", "begin request", "end first", "end request"], Lines().Order());
        Assert.Equal("second", (await queue.Queue.PeekMessageAsync()).Value.Body.ToString());
    }

    [Fact]
    public async Task When_the_drain_time_is_over_what_still_runs_is_cancelled()
    {
        SampleProcess.SkipWithoutSignals();
        await queue.SendAsync("message");
        await using var process = Start(holdSeconds: 600, drainSeconds: 1);
        await NotedAsync("begin message");

        process.Terminate();

        Assert.Equal(0, await process.ExitAsync());
        Assert.Equal(["begin message", "cancelled message"], Lines());
        Assert.Equal("message", (await queue.Queue.PeekMessageAsync()).Value.Body.ToString());
    }

    [Fact]
    public async Task A_refused_start_tells_its_reason_alone_and_exits_with_1()
    {
        await using var process = new SampleProcess(new() { ["AzureWebJobsStorage"] = queue.ConnectionString, ["Sample__Journal"] = journal });

        Assert.Equal(1, await process.ExitAsync());
        Assert.Contains("%Sample:Queue%", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
    }

    private SampleProcess Start(int holdSeconds, int drainSeconds = 30) => new(new()
    {
        ["AzureWebJobsStorage"] = queue.ConnectionString,
        ["Sample__Queue"] = queue.Name,
        ["Sample__Journal"] = journal,
        ["Sample__HoldSeconds"] = $"{holdSeconds}",
        ["LocalHost__LeaseSeconds"] = "3",
        ["LocalHost__DrainSeconds"] = $"{drainSeconds}",
    });

    private string[] Lines() => File.ReadAllLines(journal);

    private Task NotedAsync(params string[] lines) => Wait.UntilAsync(() => Lines().SequenceEqual(lines), string.Join(", ", lines));
}
