using System.Text.Json;
using Campaigns.Http;
using Campaigns.Planning;

namespace Campaigns.Tests.Planning;

public sealed class BudgetReaderTests
{
    [Fact]
    public void Text_records_are_one_number_for_each_feature_or_a_number_by_feature()
    {
        Assert.Equal(new TextRecordsBudget(500, 500, 500, 500), Read("""{ "budget": { "textRecords": 500 } }""").TextRecords);
        Assert.Equal(new TextRecordsBudget(null, null, 500, 0), Read("""{ "budget": { "textRecords": { "sentiment": 500, "keyPhrases": 0 } } }""").TextRecords);
        Assert.Equal(TextRecordsBudget.None, Read("""{ "budget": { "calls": 3 } }""").TextRecords);
    }

    [Fact]
    public void The_share_for_analysis_is_no_longer_there_for_searches()
    {
        var budget = Read("""{ "budget": { "money": { "amount": 50, "insight": 12.5, "currency": "GBP" } } }""");
        Assert.Equal((37.5m, 12.5m, "GBP"), (budget.Money!.Value, budget.InsightMoney!.Value, budget.Currency));
        Assert.Null(Read("""{ "budget": { "money": { "amount": 50, "currency": "GBP" } } }""").InsightMoney);
    }

    [Fact]
    public void What_is_no_budget_is_refused_with_its_field()
    {
        var faults = new Faults();
        Read("""{ "budget": { "textRecords": { "sentiment": -1, "translations": 5 }, "money": { "amount": 5, "insight": 6, "currency": "pounds" } } }""", faults);
        Assert.Equal(["budget.money.currency", "budget.money.insight", "budget.textRecords.sentiment", "budget.textRecords.translations"], faults.All.Select(fault => fault.Field).Distinct().Order(StringComparer.Ordinal));
    }

    private static CampaignBudget Read(string json, Faults? faults = null)
    {
        using var document = JsonDocument.Parse(json);
        return BudgetReader.Read(new Fields(document.RootElement, "", faults ?? new Faults()));
    }
}
