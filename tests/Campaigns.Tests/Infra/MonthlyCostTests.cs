using System.Text.Json;
using Campaigns.Benchmarks.Cost;

namespace Campaigns.Tests.Infra;

/// <summary>What a month costs, reckoned by hand.</summary>
public sealed class MonthlyCostTests
{
    private const string Prices = """
        {
          "poundsPerUnit": { "value": 0.5 },
          "prices": {
            "gigabyteSecond": { "value": 0.001, "source": "an invoice" }, "millionExecutions": { "value": 200, "source": "an invoice" },
            "alwaysReadyGigabyteSecond": { "value": 0.00001, "source": "an invoice" },
            "freeGigabyteSeconds": { "value": 10000, "source": "an invoice" }, "freeExecutions": { "value": 5000, "source": "an invoice" },
            "tenThousandTransactions": { "value": 0.5, "source": "an invoice" }, "tenThousandBlobWrites": { "value": 8, "source": "an invoice" },
            "tenThousandOtherBlobOperations": { "value": 0.3, "source": "an invoice" },
            "tableGigabyte": { "value": 3, "source": "an invoice" }, "blobGigabyte": { "value": 0.2, "source": "an invoice" },
            "logGigabyte": { "value": 4, "source": "an invoice" }, "alertRule": { "value": 1.5, "source": "assumption: a guess" }, "thousandTextRecords": { "value": 1, "source": "an invoice" },
            "freeLogDays": { "value": 90, "source": "an invoice" }, "keptLogGigabyte": { "value": 0.2, "source": "an invoice" },
            "privateEndpointHour": { "value": 0.01, "source": "an invoice" }, "privateZone": { "value": 0.5, "source": "an invoice" },
            "Standard_LRS": { "value": 1, "source": "by definition" }, "Standard_GZRS": { "value": 2, "source": "an invoice" }
          },
          "use": {
            "mentionsPerRequest": { "value": 1000, "source": "measured" }, "mentionsPerMessage": { "value": 500, "source": "measured" }, "mentionsPerTextsMessage": { "value": 250, "source": "measured" },
            "secondsPerExecution": { "value": 2, "source": "measured" }, "gigabytesPerInstance": { "value": 2, "source": "measured" }, 
            "timerRunsPerMonth": { "value": 3000, "source": "measured" }, "transactionsPerTimerRun": { "value": 4, "source": "measured" }, "bytesPerMention": { "value": 1000, "source": "measured" },
            "leaseRenewalsPerMonth": { "value": 80000, "source": "measured" }, "queuePollsPerMonth": { "value": 18000, "source": "measured" }, "daysKept": { "value": 60, "source": "measured" },
            "bytesOfLogPerExecution": { "value": 50000, "source": "assumption" }, "bytesPerBackupBlob": { "value": 100000000, "source": "measured" },
            "alertRules": { "value": 4, "source": "measured" }, "textRecordsPerMention": { "value": 4, "source": "measured" }
          },
          "deployments": {
            "small": { "alwaysReadyInstances": 0, "privateEndpoints": 0, "privateZones": 0, "redundancy": "Standard_LRS", "backupsKept": 10, "logRetentionDays": 30, "language": false },
            "large": { "alwaysReadyInstances": 2, "privateEndpoints": 5, "privateZones": 4, "redundancy": "Standard_GZRS", "backupsKept": 20, "logRetentionDays": 390, "language": true }
          },
          "measured": { "transactionsPerMention": { "1000": 0.2, "1000000": 0.01 } }
        }
        """;

    private readonly CostPrices prices = new(JsonElement.Parse(Prices));

    private Deployment Small => prices.Deployments[0];

    private Deployment Large => prices.Deployments[1];

    [Fact]
    public void A_million_mentions_cost_what_each_part_of_their_work_does()
    {
        var month = MonthlyCost.Of(1_000_000, Small, prices);
        // 1,000 requests, 2,000 messages of mentions, 4,000 of texts and 3,000 timers: 10,000 executions of 2 s and 2 GB are 40,000 GB-seconds.
        Assert.Equal(0.5 * ((30_000 * 0.001) + (5_000 / 1e6 * 200)), month.Functions, 9);
        Assert.Equal(15.5, month.Functions, 9);
        Assert.Equal((0, 0), (month.AlwaysReady, month.Network));
        // 10,000 of mentions, 12,000 of timers and 18,000 of looks into queues; 3,000 runs noted in a blob, and 80,000 leases.
        Assert.Equal(0.5 * (2 + 2.4 + 2.4), month.Transactions, 9);
        // One gigabyte of this month, and one of the month before.
        Assert.Equal(3, month.Stored, 9);
        // Ten copies of both, and 35 pieces a night, each with three writes.
        Assert.Equal(0.5 * (4 + 2.52), month.Backups, 9);
        // Half a gigabyte.
        Assert.Equal(1, month.Logs, 9);
        Assert.Equal(3, month.Alerts, 9);
        Assert.Equal(0, month.Language);
        Assert.Equal(29.16, month.Sum, 9);
    }

    [Fact]
    public void A_deployment_pays_for_what_it_has_laid_down_whatever_is_asked_of_it()
    {
        var (small, large) = (MonthlyCost.Of(1_000_000, Small, prices), MonthlyCost.Of(1_000_000, Large, prices));
        Assert.Equal((small.Functions, small.Alerts), (large.Functions, large.Alerts));
        // Two instances of 2 GB for 2,592,000 s.
        Assert.Equal(51.84, large.AlwaysReady, 9);
        // Five endpoints for 720 hours, and four zones.
        Assert.Equal(0.5 * (36 + 2), large.Network, 9);
        // Twice the copies of everything, and of backups twenty instead of ten.
        Assert.Equal((6.8, 6), (Math.Round(large.Transactions, 9), large.Stored));
        Assert.Equal(0.5 * (8 + 2.52) * 2, large.Backups, 9);
        // Half a gigabyte comes in, and that of the ten months between day 90 and day 390 is kept.
        Assert.Equal(0.5 * (2 + (10 * 0.5 * 0.2)), large.Logs, 9);
        Assert.Equal(2_000, large.Language, 9);
        Assert.Equal(15.5 + 51.84 + 19 + 6.8 + 6 + 10.52 + 1.5 + 3, large.Sum, 9);
    }

    [Fact]
    public void What_is_free_is_not_paid_back_where_less_is_used()
    {
        // 1 request, 2 and 4 messages and the timers: 3,007 executions.
        var month = MonthlyCost.Of(1_000, Small, prices);
        Assert.Equal(0.5 * ((12_028 - 10_000) * 0.001), month.Functions, 9);
        Assert.Equal(0.5 * (((1_000 * 0.2) + 12_000 + 18_000) / 1e4 * 0.5) + 2.4, month.Transactions, 9);
        // Logs that go after 30 days earn nothing for the 60 that would be free.
        Assert.Equal(0.5 * 3_007 * 50_000 / 1e9 * 4, month.Logs, 9);
    }

    [Fact]
    public void The_table_says_the_parts_in_their_order_and_assumptions_are_named()
    {
        Assert.Equal([1_000L, 1_000_000L], prices.Mentions);
        Assert.Equal(["small 1000", "large 1000", "small 1000000", "large 1000000"], prices.Months.Select(month => $"{month.Deployment} {month.Mentions}"));
        Assert.Equal("| 1,000,000 | large | 15.50 | 51.84 | 19.00 | 6.80 | 6.00 | 10.52 | 1.50 | 3.00 | 114.16 | 2,000 |", CostTable.Of(prices.Months)[^1]);
        Assert.Equal(["alertRule", "bytesOfLogPerExecution"], prices.Assumptions);
    }
}
