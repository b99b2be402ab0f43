using Campaigns.Listening.Cells;

namespace Campaigns.Benchmarks.HotHour;

/// <summary>What one campaign's hot hour takes at a rate.</summary>
/// <param name="Rate">Mentions a second.</param>
/// <param name="PerRequest">Mentions that a request brings.</param>
/// <param name="ShardCount">Shards of the hour.</param>
/// <param name="Groups">Queues, each with instances of its own that count its shards alone.</param>
/// <param name="Accounts">Storage accounts.</param>
/// <param name="TakingIn">Instances that take in.</param>
/// <param name="Counting">Instances that count.</param>
/// <param name="Messages">Messages a second.</param>
/// <param name="Requests">Storage requests a second.</param>
/// <param name="Race">One cell.</param>
internal sealed record HotPlan(
    double Rate, double PerRequest, int ShardCount, int Groups, int Accounts, int TakingIn, int Counting, double Messages, double Requests, RaceFigures Race)
{
    private const double LongestWait = 5;

    /// <summary>The bytes of the hour when it is over.</summary>
    public double HourBytes => Rate * 3600 * Assumptions.MentionBytes;

    /// <summary>What an instance holds of it.</summary>
    public double HeldBytes => HourBytes / Groups;

    public double TransactionsPerMention => Requests / Rate;

    /// <summary>Dollars an hour for instances of 2 GB that run all the time.</summary>
    public double DollarsPerHour => (TakingIn + Counting) * 2 * 3600 * Assumptions.DollarsPerGigabyteSecond;

    /// <summary>The plan with the shards that the engine gives an hour whose campaign expects this rate.</summary>
    public static HotPlan Of(double rate, double perRequest, int seed) => Of(rate, perRequest, Shards.Wanted((long)(rate * 3600)), seed);

    /// <summary>The fewest shards that keep within every limit; null where the most do not.</summary>
    public static int? FewestShards(double rate, double perRequest, int seed)
    {
        for (var shards = 1; shards <= Shards.Most; shards *= 2)
        {
            if (Of(rate, perRequest, shards, seed).IsEnough)
            {
                return shards;
            }
        }

        return null;
    }

    /// <summary>Whether it keeps within the limits of its cells: the others are kept by more queues, accounts and instances.</summary>
    public bool IsEnough => Race.Wait <= LongestWait && Race.WritesPerMessage < 2
        && Race.WritesPerSecond * 2 <= Assumptions.PartitionEntities * Assumptions.Headroom && Groups <= ShardCount;

    /// <summary>The plan with so many shards.</summary>
    public static HotPlan Of(double rate, double perRequest, int shards, int seed)
    {
        // A request's mentions fall on the shards by chance; each shard that gets any gets a message of its own, or several full ones.
        var touched = shards * (1 - Math.Pow(1 - (1.0 / shards), perRequest));
        var messages = rate / perRequest * touched * Math.Max(1, perRequest / touched / Assumptions.MentionsPerMessage);
        var takingIn = (int)Math.Ceiling(((rate / perRequest * Assumptions.SecondsPerRequest) + (rate * Assumptions.SecondsPerMention / 2)) / Assumptions.Busy);
        var counting = (int)Math.Ceiling(((messages * Assumptions.SecondsPerRequest) + (rate * Assumptions.SecondsPerMention / 2)) / Assumptions.Busy);
        var groups = (int)Math.Max(
            Math.Ceiling(messages / (Assumptions.QueueMessages * Assumptions.Headroom)), Math.Ceiling(rate * 3600 * Assumptions.MentionBytes / Assumptions.CacheBytes));
        counting = Math.Max(counting, groups);
        // Of a group's instances any may write any of its cells.
        var race = new CellRace(messages / shards, Math.Max(1, counting / groups), seed).Run();
        // Put, receive and delete each message; an audit row before and after each request; the cells.
        var requests = (messages * (2 + (1 / Assumptions.MessagesPerReceive))) + (rate / perRequest * 2) + (shards * ((race.WritesPerSecond * 2) + race.ReadsPerSecond));
        return new HotPlan(
            rate, perRequest, shards, groups, (int)Math.Ceiling(requests / (Assumptions.AccountRequests * Assumptions.Headroom)), takingIn, counting, messages, requests, race);
    }
}
