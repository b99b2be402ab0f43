namespace Campaigns.Benchmarks.Cost;

/// <summary>What a month of so many mentions costs a deployment, in pounds.</summary>
internal sealed record MonthlyCost(
    long Mentions, string Deployment, double Functions, double AlwaysReady, double Network, double Transactions, double Stored, double Backups, double Logs, double Alerts, double Language)
{
    private const double Days = 30;

    /// <summary>All but Azure AI Language, for which there is the embedded analyser.</summary>
    public double Sum => Functions + AlwaysReady + Network + Transactions + Stored + Backups + Logs + Alerts;

    public static MonthlyCost Of(long mentions, Deployment deployment, CostPrices prices)
    {
        var timers = prices.Use("timerRunsPerMonth");
        var work = mentions * ((1 / prices.Use("mentionsPerRequest")) + (1 / prices.Use("mentionsPerMessage")) + (1 / prices.Use("mentionsPerTextsMessage")));
        var executions = timers + work;
        var seconds = executions * prices.Use("secondsPerExecution") * prices.Use("gigabytesPerInstance");
        // What is counted this month lies beside what the months before left, until its campaign's retention is over.
        var gigabytes = mentions * prices.Use("bytesPerMention") / 1e9 * prices.Use("daysKept") / Days;
        var blobs = Days * (15 + (gigabytes * 1e9 / prices.Use("bytesPerBackupBlob"))) * 3;
        var transactions = (mentions * prices.Transactions(mentions)) + (timers * prices.Use("transactionsPerTimerRun")) + prices.Use("queuePollsPerMonth");
        // The host's own: the status of each run of a timer, and the locks by which one instance alone runs it.
        var host = (timers * prices.Price("tenThousandBlobWrites")) + (prices.Use("leaseRenewalsPerMonth") * prices.Price("tenThousandOtherBlobOperations"));
        var logs = executions * prices.Use("bytesOfLogPerExecution") / 1e9;
        // Each month's logs are paid for again in every month that they are kept beyond what is free.
        var logsKept = logs * Math.Max(0, deployment.LogRetentionDays - prices.Price("freeLogDays")) / Days;
        var copies = prices.Price(deployment.Redundancy);
        return new MonthlyCost(
            mentions,
            deployment.Name,
            prices.Pounds * ((Math.Max(0, seconds - prices.Price("freeGigabyteSeconds")) * prices.Price("gigabyteSecond")) + (Math.Max(0, executions - prices.Price("freeExecutions")) / 1e6 * prices.Price("millionExecutions"))),
            prices.Pounds * deployment.AlwaysReadyInstances * prices.Use("gigabytesPerInstance") * Days * 24 * 3600 * prices.Price("alwaysReadyGigabyteSecond"),
            prices.Pounds * ((deployment.PrivateEndpoints * Days * 24 * prices.Price("privateEndpointHour")) + (deployment.PrivateZones * prices.Price("privateZone"))),
            prices.Pounds * ((transactions * prices.Price("tenThousandTransactions")) + host) / 1e4 * copies,
            prices.Pounds * gigabytes * prices.Price("tableGigabyte") * copies,
            prices.Pounds * ((gigabytes * deployment.BackupsKept * prices.Price("blobGigabyte")) + (blobs / 1e4 * prices.Price("tenThousandBlobWrites"))) * copies,
            prices.Pounds * ((logs * prices.Price("logGigabyte")) + (logsKept * prices.Price("keptLogGigabyte"))),
            prices.Pounds * prices.Use("alertRules") * prices.Price("alertRule"),
            deployment.Language ? prices.Pounds * mentions * prices.Use("textRecordsPerMention") / 1e3 * prices.Price("thousandTextRecords") : 0);
    }
}
