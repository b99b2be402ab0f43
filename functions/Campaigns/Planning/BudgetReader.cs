using System.Globalization;
using System.Text.Json;
using Campaigns.Http;

namespace Campaigns.Planning;

/// <summary>Reads what a campaign may cost.</summary>
internal static class BudgetReader
{
    private const long MostRecords = 1_000_000_000;

    /// <summary>Reads <c>budget</c>.</summary>
    public static CampaignBudget Read(Fields fields)
    {
        if (fields.Nested("budget") is not { } budget)
        {
            return CampaignBudget.None;
        }

        var calls = budget.Whole("calls", 0, 1_000_000_000);
        var records = TextRecords(budget);
        var read = CampaignBudget.None with { Calls = calls, TextRecords = records };
        if (budget.Nested("money") is { } money)
        {
            read = Money(read, money);
            money.Done();
        }

        budget.Done();
        return read;
    }

    private static CampaignBudget Money(CampaignBudget read, Fields money)
    {
        var amount = Amount(money, "amount", required: true);
        var insight = Amount(money, "insight", required: false);
        var currency = money.Text("currency", required: true, max: 3) ?? read.Currency;
        if (insight > amount)
        {
            money.Faults.Add(money.PathOf("insight"), insight.Value.ToString(CultureInfo.InvariantCulture), "must be a part of the amount, and no more than it");
        }

        if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
        {
            money.Faults.Add(money.PathOf("currency"), currency, "must be three capital letters such as GBP");
        }

        return read with { Money = amount - (insight ?? 0), InsightMoney = insight, Currency = currency };
    }

    private static decimal? Amount(Fields money, string name, bool required)
    {
        if (money.Number(name, required) is not { } number)
        {
            return null;
        }

        if (number is >= 0 and <= 1_000_000_000)
        {
            return (decimal)number;
        }

        money.Faults.Add(money.PathOf(name), number.ToString(CultureInfo.InvariantCulture), "must be from 0 to 1000000000");
        return null;
    }

    /// <summary>One number holds for each feature by itself.</summary>
    private static TextRecordsBudget TextRecords(Fields budget)
    {
        if (budget.Any("textRecords") is { ValueKind: JsonValueKind.Number })
        {
            var each = budget.Whole("textRecords", 0, MostRecords);
            return new TextRecordsBudget(each, each, each, each);
        }

        if (budget.Nested("textRecords") is not { } records)
        {
            return TextRecordsBudget.None;
        }

        var read = new TextRecordsBudget(
            records.Whole("language", 0, MostRecords),
            records.Whole("personalData", 0, MostRecords),
            records.Whole("sentiment", 0, MostRecords),
            records.Whole("keyPhrases", 0, MostRecords));
        records.Done();
        return read;
    }
}
