using Campaigns.Tests.Insight.Language;
using Campaigns.Tests.Listening.Search;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening;

/// <summary>How much of a budget is spent is measured as it is spent, by campaign and by what for.</summary>
public sealed class BudgetMeasurementsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_searching_has_spent_rises_to_the_whole()
    {
        await using var rig = await SearchRig.StartAsync(azurite, """, "budget": { "calls": 3 }""");
        using var measured = new Measured(rig.Engine);
        for (var item = 0; item < 57; item++)
        {
            rig.Channel.Say($"{item}", SearchRig.Start.AddMinutes(item));
        }

        await rig.RunForAsync(TimeSpan.FromMinutes(20));

        var used = measured.Of("campaigns.budget.used");
        Assert.All(used, static one => Assert.Equal("missing-type searching", one.Tags));
        Assert.Equal(used.Select(static one => one.Value).Order(), used.Select(static one => one.Value));
        Assert.Equal(1, used[^1].Value);
    }

    [Fact]
    public async Task What_understanding_has_spent_is_a_part_of_its_own_budget()
    {
        await using var rig = await LanguageRig.StartAsync(azurite, """, "budget": { "textRecords": { "sentiment": 100 } }""");
        rig.Clock.Set(rig.Campaign.EndsAt.ToDateTimeOffset().AddHours(-1));
        using var measured = new Measured(rig.Engine);

        await rig.AnalyseAsync(LanguageRig.Texts(25));
        await rig.AnalyseAsync(LanguageRig.Texts(25, 25));

        Assert.Equal([("missing-type understanding", 0.25), ("missing-type understanding", 0.5)], measured.Of("campaigns.budget.used"));
    }
}
