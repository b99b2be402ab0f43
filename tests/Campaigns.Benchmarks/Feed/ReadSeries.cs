using System.Diagnostics;
using System.Net;
using System.Text;
using Campaigns.EndToEnd.Support;

namespace Campaigns.Benchmarks.Feed;

/// <summary>One address read over and over.</summary>
/// <param name="engine">Whom it asks.</param>
/// <param name="name">What is read.</param>
/// <param name="path">Where.</param>
/// <param name="read">What an answer comes to, and of which moment it says it is.</param>
/// <param name="grows">Whether it can only grow: what is hidden of few people comes and goes.</param>
internal sealed class ReadSeries(EngineProcess engine, string name, string path, Func<byte[], (long Sum, string? Moment)> read, bool grows = true)
{
    private readonly List<double> times = [];
    private readonly Dictionary<string, long> moments = new(StringComparer.Ordinal);

    public string Name => name;

    public int Answers => times.Count;

    /// <summary>How many answers said that the figures change too fast: those tell nothing, and so nothing torn.</summary>
    public int Unsettled { get; private set; }

    /// <summary>Every sum that an answer came to.</summary>
    public HashSet<long> Sums { get; } = [];

    public long Last { get; private set; }

    public double At(int percent) => times.Order().ElementAtOrDefault(times.Count * percent / 100);

    /// <summary>Reads it once.</summary>
    public async Task ReadAsync()
    {
        var clock = Stopwatch.StartNew();
        using var answer = await engine.Http.GetAsync(path);
        var body = await answer.Content.ReadAsByteArrayAsync();
        // The campaign is put first of all.
        if (answer.StatusCode is HttpStatusCode.NotFound)
        {
            return;
        }

        times.Add(clock.Elapsed.TotalMilliseconds);
        if (answer.StatusCode is HttpStatusCode.ServiceUnavailable)
        {
            Unsettled++;
            return;
        }

        if (!answer.IsSuccessStatusCode)
        {
            throw new BenchmarkException($"{path} answered {(int)answer.StatusCode}: {Encoding.UTF8.GetString(body)}");
        }

        var (sum, moment) = read(body);
        if (grows && sum < Last)
        {
            throw new BenchmarkException($"{name} fell from {Last} to {sum}.");
        }

        if (moment is not null && !moments.TryAdd(moment, sum) && moments[moment] != sum)
        {
            throw new BenchmarkException($"{name} came to {moments[moment]} and to {sum}, both as of {moment}.");
        }

        Last = sum;
        Sums.Add(sum);
    }
}
