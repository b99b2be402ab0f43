namespace Campaigns.Benchmarks.Cost;

/// <summary>What a month of so many mentions costs, in pounds.</summary>
internal sealed record MonthlyCost(long Mentions, double Functions, double AlwaysReady, double Transactions, double Stored, double Backups, double Logs, double Alerts, double Language)
{
    private const double Days = 30;

    /// <summary>All but Azure AI Language, for which there is the embedded analyser.</summary>
    public double Sum => Functions + AlwaysReady + Transactions + Stored + Backups + Logs + Alerts;

    public static MonthlyCost Of(long mentions, CostPrices prices)
    {
        var timers = prices.Use("timerRunsPerMonth");
        var work = mentions * ((1 / prices.Use("mentionsPerRequest")) + (1 / prices.Use("mentionsPerMessage")) + (1 / prices.Use("mentionsPerTextsMessage")));
        var executions = timers + work;
        var seconds = executions * prices.Use("secondsPerExecution") * prices.Use("gigabytesPerInstance");
        var gigabytes = mentions * prices.Use("bytesPerMention") / 1e9;
        var blobs = Days * (15 + (gigabytes * 1e9 / prices.Use("bytesPerBackupBlob"))) * 3;
        var transactions = (mentions * prices.Transactions(mentions)) + (timers * prices.Use("transactionsPerTimerRun"));
        return new MonthlyCost(
            mentions,
            prices.Pounds * ((Math.Max(0, seconds - prices.Price("freeGigabyteSeconds")) * prices.Price("gigabyteSecond")) + (Math.Max(0, executions - prices.Price("freeExecutions")) / 1e6 * prices.Price("millionExecutions"))),
            prices.Pounds * prices.Use("alwaysReadyInstances") * prices.Use("gigabytesPerInstance") * Days * 24 * 3600 * prices.Price("alwaysReadyGigabyteSecond"),
            prices.Pounds * transactions / 1e4 * prices.Price("tenThousandTransactions"),
            prices.Pounds * gigabytes * prices.Price("tableGigabyte"),
            prices.Pounds * ((gigabytes * prices.Use("backupsKept") * prices.Price("blobGigabyte")) + (blobs / 1e4 * prices.Price("tenThousandBlobWrites"))),
            prices.Pounds * executions * prices.Use("bytesOfLogPerExecution") / 1e9 * prices.Price("logGigabyte"),
            prices.Pounds * prices.Use("alertRules") * prices.Price("alertRule"),
            prices.Pounds * mentions * prices.Use("textRecordsPerMention") / 1e3 * prices.Price("thousandTextRecords"));
    }
}
