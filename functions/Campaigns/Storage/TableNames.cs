namespace Campaigns.Storage;

/// <summary>Every table of the engine; infrastructure lays down the same list.</summary>
public static class TableNames
{
    /// <summary>Campaign documents.</summary>
    public const string Campaigns = "Campaigns";

    /// <summary>Posts and their deliveries, by campaign: the publication ledger.</summary>
    public const string Posts = "Posts";

    /// <summary>What is due, by UTC hour.</summary>
    public const string Due = "Due";

    /// <summary>What was counted, by campaign and hour.</summary>
    public const string Cells = "Cells";

    /// <summary>Roll-ups: summaries and days.</summary>
    public const string Summaries = "Summaries";

    /// <summary>What was looked at, and what was not.</summary>
    public const string Coverage = "Coverage";

    /// <summary>What texts feel, as totals by day, and which mentions were looked at.</summary>
    public const string Insight = "Insight";

    /// <summary>Figures and inputs that people entered, and what they were before.</summary>
    public const string Reported = "Reported";

    /// <summary>Whom campaigns name.</summary>
    public const string Supporters = "Supporters";

    /// <summary>Erasures that were asked for, and whose mentions count without their author.</summary>
    public const string Erasures = "Erasures";

    /// <summary>Access keys, as hashes.</summary>
    public const string AccessKeys = "AccessKeys";

    /// <summary>Webhooks with their wrapped secrets, how they fare, and which messages they brought lately.</summary>
    public const string Webhooks = "Webhooks";

    /// <summary>Who changed what.</summary>
    public const string Audit = "Audit";

    /// <summary>The wrapping key of a local engine, and engine-wide switches.</summary>
    public const string Engine = "Engine";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Campaigns, Posts, Due, Cells, Summaries, Coverage, Insight, Reported, Supporters, Erasures, AccessKeys, Webhooks, Audit, Engine];
}
