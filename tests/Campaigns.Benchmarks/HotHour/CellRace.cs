namespace Campaigns.Benchmarks.HotHour;

/// <summary>
/// One cell and the processes that write it: messages come at random to any of them; each gathers what waits, writes under the version that it
/// knows, and where another was faster waits a moment, reads and tries again, as the committer does.
/// </summary>
/// <param name="messagesPerSecond">Messages for this cell.</param>
/// <param name="writers">Processes.</param>
/// <param name="seed">What chance is made from.</param>
internal sealed class CellRace(double messagesPerSecond, int writers, int seed)
{
    private const double Seconds = 60;

    private readonly Random random = new(seed);
    private readonly PriorityQueue<(int Writer, Act Act), double> events = new();
    private readonly Writer[] all = [.. Enumerable.Range(0, writers).Select(static _ => new Writer())];
    private readonly List<double> waits = [];
    private long version;
    private long writes;
    private long reads;
    private long refused;
    private int messages;

    private enum Act
    {
        Message,
        Read,
        Write,
    }

    /// <summary>Runs a minute of it.</summary>
    public RaceFigures Run()
    {
        Arrive(0);
        while (events.TryDequeue(out var next, out var now) && now < Seconds)
        {
            var writer = all[next.Writer];
            switch (next.Act)
            {
                case Act.Message:
                    messages++;
                    writer.Waiting.Add(now);
                    Begin(next.Writer, now);
                    Arrive(now);
                    break;
                case Act.Read:
                    reads++;
                    writer.Known = version;
                    // What came meanwhile goes with it.
                    events.Enqueue((next.Writer, Act.Write), now + Spread(Assumptions.WriteSeconds));
                    Gather(writer);
                    break;
                default:
                    Write(next.Writer, now);
                    break;
            }
        }

        waits.Sort();
        var late = waits.Count == 0 ? Seconds : waits[(int)(waits.Count * 0.99)];
        // What still waits at the end was not written in time.
        var left = all.Sum(static writer => writer.Waiting.Count + writer.Taken.Count);
        return new RaceFigures(writes / (double)Math.Max(messages, 1), refused / (double)Math.Max(writes, 1), writes / Seconds, reads / Seconds, left > messages / 20 ? Seconds : late);
    }

    private void Arrive(double now) => events.Enqueue((random.Next(all.Length), Act.Message), now - (Math.Log(1 - random.NextDouble()) / messagesPerSecond));

    private void Begin(int number, double now)
    {
        var writer = all[number];
        if (writer.Taken.Count > 0 || writer.Waiting.Count == 0)
        {
            return;
        }

        Gather(writer);
        writer.Attempts = 0;
        events.Enqueue(writer.Known is null ? (number, Act.Read) : (number, Act.Write), now + Spread(writer.Known is null ? Assumptions.ReadSeconds : Assumptions.WriteSeconds));
    }

    private void Write(int number, double now)
    {
        var writer = all[number];
        writes++;
        if (writer.Known != version)
        {
            refused++;
            writer.Known = null;
            var pause = random.Next(5, 20 << Math.Min(writer.Attempts++, 5)) / 1000.0;
            events.Enqueue((number, Act.Read), now + pause + Spread(Assumptions.ReadSeconds));
            return;
        }

        writer.Known = ++version;
        waits.AddRange(writer.Taken.Select(came => now - came));
        writer.Taken.Clear();
        Begin(number, now);
    }

    private static void Gather(Writer writer)
    {
        writer.Taken.AddRange(writer.Waiting);
        writer.Waiting.Clear();
    }

    private double Spread(double median) => median * Math.Exp(0.5 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    private sealed class Writer
    {
        public List<double> Waiting { get; } = [];

        public List<double> Taken { get; } = [];

        public long? Known { get; set; } = 0;

        public int Attempts { get; set; }
    }
}

/// <summary>What a minute of writing one cell came to.</summary>
/// <param name="WritesPerMessage">Writes for each message, refused ones included.</param>
/// <param name="Refused">The part of the writes that was refused.</param>
/// <param name="WritesPerSecond">Writes a second.</param>
/// <param name="ReadsPerSecond">Reads a second.</param>
/// <param name="Wait">Seconds from the message to its commit, for 99 of 100.</param>
internal sealed record RaceFigures(double WritesPerMessage, double Refused, double WritesPerSecond, double ReadsPerSecond, double Wait);
