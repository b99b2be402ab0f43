using System.Globalization;
using System.Text.Json;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Results.Report;
using Campaigns.Tests.Results.Reported;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Audience;

/// <summary>People of one base are compared with each other, and never with those of another.</summary>
public sealed class AudienceBasesTests(AzuriteFixture azurite)
{
    private const string Plan = """
        "audience": [
          { "dimension": "age", "group": "18-34", "population": 1000, "hardToReach": true }, { "dimension": "age", "group": "35-64", "population": 1000 },
          { "dimension": "age", "group": "65+", "population": 1000 }],
        "tell"
        """;

    [Theory]
    [InlineData("18-34 100 of 1000 on 12, 65+ 1000 of 10000 on 20")]
    [InlineData("18-34 100 of 1000 on 12, 65+ 500 of 1000 sampled on 12")]
    [InlineData("18-24 50 of 1000 on 12, 25-34 50 of 2000 on 12, 65+ 500 of 1000 on 12")]
    [InlineData("18-24 50 of 1000 sampled on 12, 25-34 50 of 1000 on 12, 65+ 500 of 1000 on 12")]
    public async Task Groups_of_different_bases_are_not_compared_and_nobody_is_said_to_be_missed(string entered)
    {
        await using var engine = await StartAsync(entered);

        var results = await ListeningRun.ResultsAsync(engine);

        var audience = results.GetProperty("audience")[0];
        Assert.Equal(JsonValueKind.Null, audience.GetProperty("missed").ValueKind);
        Assert.Contains("different bases", audience.GetProperty("why").GetString(), StringComparison.Ordinal);
        Assert.All(audience.GetProperty("groups").EnumerateArray(), group => Assert.Equal("null null", $"{group.GetProperty("audienceShare").GetRawText()} {group.GetProperty("underRepresented").GetRawText()}"));
        Assert.Equal("not_offered", results.GetProperty("figures").GetProperty("/audience/0/groups/0/index").GetProperty("status").GetString());
        Assert.DoesNotContain("was missed", await Reporting.TextAsync(engine, "md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("18-34 100 of 1000 on 12, 35-64 500 of 1000 on 12, 65+ 1000 of 10000 on 20", "0.1667,0.8333,null", "another base")]
    [InlineData("18-34 100 of 1000 on 12, 35-64 500 of 1000 on 12, 65+ 400 of 1000 sampled on 12", "0.1667,0.8333,null", "a sample")]
    [InlineData("18-34 100 of 1000 on 12, 35-64 500 of 1000 on 20, 65+ 400 of 1000 on 12", "0.1,0.5,0.4", null)]
    public async Task Those_of_the_base_that_most_groups_are_of_are_compared_and_the_others_say_why_not(string entered, string shares, string? why)
    {
        await using var engine = await StartAsync(entered);

        var audience = (await ListeningRun.ResultsAsync(engine)).GetProperty("audience")[0];

        JsonElement[] groups = [.. audience.GetProperty("groups").EnumerateArray()];
        Assert.Equal(shares, string.Join(',', groups.Select(group => group.GetProperty("audienceShare").GetRawText())));
        Assert.Equal("""["18-34"]""", audience.GetProperty("missed").GetRawText());
        Assert.Contains(why ?? "", groups[^1].GetProperty("why").GetString() ?? "", StringComparison.Ordinal);
    }

    private async Task<TestEngine> StartAsync(string entered)
    {
        var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, json: SampleCampaign.Json.Replace("\"tell\"", Plan, StringComparison.Ordinal));
        foreach (var words in entered.Split(", ").Select(one => one.Split(' ')))
        {
            var sample = words.Contains("sampled") ? ", \"sample\": true" : "";
            var answer = await Entering.PutAsync(
                engine, "people-reached", string.Create(CultureInfo.InvariantCulture, $"2015-06-{words[^1]}"),
                Entering.Json(words[1], $$""", "dimension": "age", "group": "{{words[0]}}", "base": {{words[3]}}{{sample}}"""));
            Assert.Equal(201, answer.Status);
        }

        return engine;
    }
}
