using System.Globalization;
using Campaigns.Results.RollUps;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.RollUps;

/// <summary>Roll-ups that break off, or come between the reads of an answer.</summary>
internal static class TornRollUps
{
    /// <summary>A campaign of so many days that a roll-up writes them in more than one batch. Everybody in it may be told of.</summary>
    public const string Summer = """
        { "name": "Missing Type", "start": "2015-06-05", "end": "2015-09-05", "timeZone": "Europe/London", "hashtags": ["#MissingType"], "suppressBelow": 0,
          "plan": { "tell": "t", "hear": "h", "act": "a" } }
        """;

    /// <summary>Lines of one person, one use a day.</summary>
    public static string EachDay(string author, int days = 60, int year = 2015) => Line.Join(Enumerable.Range(0, days).Select(day => Line.Of(
        $"{author}{year}.{day}", createdAt: new DateTime(year, 6, 6, 10, 0, 0, DateTimeKind.Utc).AddDays(day).ToString("O", CultureInfo.InvariantCulture), author: author)));

    /// <summary>The summer's campaign: one person's days, rolled up, and those of another one, who is counted a minute ago and not rolled up yet.</summary>
    public static async Task<TestEngine> StartAsync(AzuriteFixture azurite, TestClock clock)
    {
        var engine = await TestEngine.StartAsync(azurite, clock);
        await SampleCampaign.PutAsync(engine, json: Summer);
        await ListeningRun.ResultsAfterAsync(engine, EachDay("a"));
        await CountAsync(engine, clock, EachDay("b"));
        return engine;
    }

    /// <summary>Counts lines, and leaves the roll-up to come a minute later.</summary>
    public static async Task CountAsync(TestEngine engine, TestClock clock, string lines)
    {
        await ListeningRun.PostAsync(engine, lines);
        await ListeningRun.TrackAsync(engine);
        clock.Advance(TimeSpan.FromMinutes(1));
    }

    /// <summary>Begins the roll-up that is to come; its process dies after the first batch.</summary>
    public static async Task BreakOffAsync(AzuriteFixture azurite, TestEngine engine, TestClock clock)
    {
        await using var wire = await TableWire.StartAsync(azurite);
        await using var dying = await wire.EngineAsync(azurite, engine.Prefix, clock);
        using var death = new CancellationTokenSource();
        var batches = 0;
        wire.Lets = request =>
        {
            if (!request.Contains("$batch", StringComparison.Ordinal) || ++batches == 1)
            {
                return true;
            }

            death.Cancel();
            return false;
        };
        await Assert.ThrowsAnyAsync<Exception>(() => dying.Function<SweepRollUps>().Run(null!, death.Token));
        Assert.True(death.IsCancellationRequested);
    }

    /// <summary>Rolls up once, just before somebody's request for certain rows gets its answer.</summary>
    /// <param name="wire">Stands between that somebody and the tables.</param>
    /// <param name="engine">Rolls up, by another way.</param>
    /// <param name="rows">What such a request contains.</param>
    /// <param name="number">The how manieth of them it is, from 1.</param>
    /// <returns>How many of them came so far.</returns>
    public static Func<int> SweepBefore(this TableWire wire, TestEngine engine, string rows, int number = 1)
    {
        var asked = 0;
        wire.Lets = request =>
        {
            if (request.Contains(rows, StringComparison.Ordinal) && Interlocked.Increment(ref asked) == number)
            {
                ListeningRun.SweepAsync(engine).GetAwaiter().GetResult();
            }

            return true;
        };
        return () => asked;
    }
}
