using Campaigns.Listening.Cells;

namespace Campaigns.Tests.Listening.Cells;

public class ContentionTests
{
    [Theory]
    [InlineData(64, 20, 5)]
    [InlineData(64, 20, 20)]
    [InlineData(64, 50, 60)]
    [InlineData(16, 40, 20)]
    [InlineData(8, 40, 5)]
    [InlineData(2, 100, 20)]
    public void Writers_of_one_cell_stay_below_two_writes_a_message_and_none_gives_up(int writers, int messages, double milliseconds)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var run = new Simulation(writers, messages, milliseconds, seed);

            run.Run();

            Assert.InRange(run.Writes, writers * messages, 2 * writers * messages);
            Assert.InRange(run.MostLostInARow, 0, 19);
        }
    }

    [Fact]
    public void A_writer_alone_never_waits()
    {
        var run = new Simulation(1, 100, 10, 1);

        run.Run();

        Assert.Equal((100, TimeSpan.Zero), (run.Writes, new Contention().Wait(1)));
    }

    [Fact]
    public void One_lost_write_is_forgotten_after_a_few_that_go_through()
    {
        var contention = new Contention();

        contention.Lost();
        Assert.True(contention.IsFelt);
        contention.Won();
        contention.Won();

        Assert.False(contention.IsFelt);
    }

    [Fact]
    public void No_wait_is_longer_than_ten_seconds()
    {
        var contention = new Contention();
        for (var lost = 0; lost < 100; lost++)
        {
            contention.Lost();
        }

        Assert.Equal(TimeSpan.FromSeconds(10), contention.Wait(1));
    }

    /// <summary>
    /// Writers that have a read and a conditional write to do for each message, with nothing but their own <see cref="Contention"/> between
    /// them; every storage request takes between half and one and a half of the given time.
    /// </summary>
    private sealed class Simulation(int writers, int messages, double milliseconds, int seed)
    {
        private readonly Random random = new(seed);
        private readonly PriorityQueue<(int Writer, Step Step), double> next = new();
        private readonly Contention[] contentions = [.. Enumerable.Range(0, writers).Select(_ => new Contention())];
        private readonly int[] left = [.. Enumerable.Repeat(messages, writers)];
        private readonly int[] lost = new int[writers];
        private readonly int[] read = new int[writers];
        private int version;

        private enum Step
        {
            Begin,
            Read,
            Write,
        }

        public int Writes { get; private set; }

        public int MostLostInARow { get; private set; }

        public void Run()
        {
            for (var writer = 0; writer < writers; writer++)
            {
                next.Enqueue((writer, Step.Begin), 0);
            }

            while (next.TryDequeue(out var at, out var now))
            {
                Do(at.Writer, at.Step, now);
            }
        }

        private void Do(int writer, Step step, double now)
        {
            switch (step)
            {
                case Step.Begin when left[writer] > 0:
                    next.Enqueue((writer, Step.Read), now + contentions[writer].Wait(random.NextDouble()).TotalMilliseconds);
                    break;
                case Step.Read:
                    read[writer] = version;
                    next.Enqueue((writer, Step.Write), now + Latency());
                    break;
                case Step.Write:
                    Write(writer);
                    next.Enqueue((writer, Step.Begin), now + Latency());
                    break;
            }
        }

        private void Write(int writer)
        {
            Writes++;
            if (read[writer] == version)
            {
                version++;
                left[writer]--;
                lost[writer] = 0;
                contentions[writer].Won();
            }
            else
            {
                MostLostInARow = Math.Max(MostLostInARow, ++lost[writer]);
                contentions[writer].Lost();
            }
        }

        private double Latency() => milliseconds * (0.5 + random.NextDouble());
    }
}
