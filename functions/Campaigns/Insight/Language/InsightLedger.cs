using Azure;

namespace Campaigns.Insight.Language;

/// <summary>What a campaign's analyses have spent, and what came to be analysed. It is spent before a request is made: a worker that dies in between leaves it too high, never too low.</summary>
internal sealed record InsightLedger
{
    /// <summary>How many writes a ledger remembers.</summary>
    public const int Remembered = 16;

    public static InsightLedger Empty { get; } = new();

    public RecordCounts Spent { get; init; }

    public IReadOnlyDictionary<string, decimal> Money { get; init; } = new Dictionary<string, decimal>();

    /// <summary>What all texts that came would have taken.</summary>
    public RecordCounts Arrived { get; init; }

    /// <summary>How many texts came.</summary>
    public long Texts { get; init; }

    /// <summary>When the first came.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The part of the texts that goes into the sample now.</summary>
    public SampleRates Rates { get; init; } = SampleRates.All;

    /// <summary>How many writes there were.</summary>
    public long Writes { get; init; }

    /// <summary>The last writes, so that one whose answer was lost is not made twice.</summary>
    public IReadOnlyList<string> Recent { get; init; } = [];

    /// <summary>Storage's tag.</summary>
    public ETag ETag { get; init; }

    public decimal In(string currency) => Money.GetValueOrDefault(currency);

    /// <summary>Spends, or takes back where numbers are negative.</summary>
    public InsightLedger Plus(RecordCounts records, decimal money, string currency) => this with
    {
        Spent = Spent + records,
        Money = money == 0 ? Money : new Dictionary<string, decimal>(Money) { [currency] = In(currency) + money },
    };

    /// <summary>Adds to what came, or takes back where numbers are negative.</summary>
    public InsightLedger Came(RecordCounts records, int texts) => this with { Arrived = Arrived + records, Texts = Texts + texts };

    /// <summary>Signs a write.</summary>
    public InsightLedger Signed(string write) => this with { Writes = Writes + 1, Recent = [.. Recent.TakeLast(Remembered - 1), write] };
}
