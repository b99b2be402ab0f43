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
            "tableGigabyte": { "value": 3, "source": "an invoice" }, "blobGigabyte": { "value": 0.2, "source": "an invoice" },
            "logGigabyte": { "value": 4, "source": "an invoice" }, "alertRule": { "value": 1.5, "source": "assumption: a guess" }, "thousandTextRecords": { "value": 1, "source": "an invoice" }
          },
          "use": {
            "mentionsPerRequest": { "value": 1000, "source": "measured" }, "mentionsPerMessage": { "value": 500, "source": "measured" }, "mentionsPerTextsMessage": { "value": 250, "source": "measured" },
            "secondsPerExecution": { "value": 2, "source": "measured" }, "gigabytesPerInstance": { "value": 2, "source": "measured" }, "alwaysReadyInstances": { "value": 2, "source": "measured" },
            "timerRunsPerMonth": { "value": 3000, "source": "measured" }, "transactionsPerTimerRun": { "value": 4, "source": "measured" }, "bytesPerMention": { "value": 1000, "source": "measured" },
            "bytesOfLogPerExecution": { "value": 50000, "source": "assumption" }, "backupsKept": { "value": 10, "source": "measured" }, "bytesPerBackupBlob": { "value": 100000000, "source": "measured" },
            "alertRules": { "value": 4, "source": "measured" }, "textRecordsPerMention": { "value": 4, "source": "measured" }
          },
          "measured": { "transactionsPerMention": { "1000": 0.2, "1000000": 0.01 } }
        }
        """;

    private readonly CostPrices prices = new(JsonElement.Parse(Prices));

    [Fact]
    public void A_million_mentions_cost_what_each_part_of_their_work_does()
    {
        var month = MonthlyCost.Of(1_000_000, prices);
        // 1,000 requests, 2,000 messages of mentions, 4,000 of texts and 3,000 timers: 10,000 executions of 2 s and 2 GB are 40,000 GB-seconds.
        Assert.Equal(0.5 * ((30_000 * 0.001) + (5_000 / 1e6 * 200)), month.Functions, 9);
        Assert.Equal(15.5, month.Functions, 9);
        // Two instances of 2 GB for 2,592,000 s.
        Assert.Equal(51.84, month.AlwaysReady, 9);
        // 10,000 of mentions and 12,000 of timers.
        Assert.Equal(0.55, month.Transactions, 9);
        // One gigabyte.
        Assert.Equal(1.5, month.Stored, 9);
        // Ten copies of it, and 25 pieces a night, each with three writes.
        Assert.Equal(0.5 * (2 + 1.8), month.Backups, 9);
        // Half a gigabyte.
        Assert.Equal(1, month.Logs, 9);
        Assert.Equal(3, month.Alerts, 9);
        Assert.Equal(2_000, month.Language, 9);
        Assert.Equal(75.29, month.Sum, 9);
    }

    [Fact]
    public void What_is_free_is_not_paid_back_where_less_is_used()
    {
        // 1 request, 2 and 4 messages and the timers: 3,007 executions.
        var month = MonthlyCost.Of(1_000, prices);
        Assert.Equal(0.5 * ((12_028 - 10_000) * 0.001), month.Functions, 9);
        Assert.Equal(0.5 * ((1_000 * 0.2) + 12_000) / 1e4 * 0.5, month.Transactions, 9);
    }

    [Fact]
    public void The_table_says_the_parts_in_their_order_and_assumptions_are_named()
    {
        Assert.Equal([1_000L, 1_000_000L], prices.Mentions);
        Assert.Equal("| 1,000,000 | 15.50 | 51.84 | 0.55 | 1.50 | 1.90 | 1.00 | 3.00 | 75.29 | 2,000 |", CostTable.Of([MonthlyCost.Of(1_000_000, prices)])[^1]);
        Assert.Equal(["alertRule", "bytesOfLogPerExecution"], prices.Assumptions);
    }
}
