using Campaigns.Results.Metrics;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Metrics;

public sealed class GetDefinitionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_list_has_the_version_of_each_that_counts_now()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var request = Call.Request(engine, "GET", "/api/definitions");

        var items = (await Call.AnswerAsync(request, engine.Function<ListDefinitions>().Run(request))).Json.GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(MetricRegistry.Current.Select(metric => metric.Key), items.Select(item => item.GetProperty("key").GetString()));
        Assert.Equal(
            """{"id":"contributors","version":1,"key":"contributors@1","definition":"Distinct authors of mentions, by channel, without the campaign's own accounts.","unit":"authors","class":"outtake","additivity":"union","source":"counted","shownIn":"results","since":null,"comparesWith":null}""",
            items.Single(item => item.GetProperty("id").GetString() == "contributors").GetRawText());
    }

    [Fact]
    public async Task One_is_shown_with_all_its_versions()
    {
        var organisations = await ShowAsync("organisations");

        Assert.Equal(2, organisations.Json.GetProperty("current").GetInt32());
        Assert.Equal(["organisations@1", "organisations@2"], organisations.Json.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("key").GetString()));
        Assert.Equal("organisations@2", organisations.Json.GetProperty("asked").GetProperty("key").GetString());
        Assert.Equal("organisations@1", (await ShowAsync("organisations@1")).Json.GetProperty("asked").GetProperty("key").GetString());
    }

    [Fact]
    public async Task Another_tools_is_shown_with_the_days_it_changed_and_what_each_version_makes_of_the_same_post()
    {
        var engagement = (await ShowAsync("talkwalkerXEngagement")).Json;

        Assert.Equal([null, "2023-06-13", "2024-01-01", "2024-07-01"], engagement.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("since").GetString()));
        Assert.Equal([15, 17, 20, 24], engagement.GetProperty("examples").EnumerateArray().Select(example => example.GetProperty("gives")[0].GetInt32()));
        Assert.Equal("engagements", engagement.GetProperty("asked").GetProperty("comparesWith").GetString());
        Assert.Equal(2141, (await ShowAsync("socialertImpressions")).Json.GetProperty("examples")[0].GetProperty("gives")[0].GetInt32());
    }

    [Theory]
    [InlineData("none")]
    [InlineData("contributors@9")]
    [InlineData("@1")]
    public async Task One_that_does_not_exist_is_not_found(string id) => Assert.Equal(404, (await ShowAsync(id)).Status);

    private async Task<Answer> ShowAsync(string id)
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var request = Call.Request(engine, "GET", $"/api/definitions/{id}");
        return await Call.AnswerAsync(request, engine.Function<GetDefinition>().Run(request, id));
    }
}
