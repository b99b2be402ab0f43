using System.Text.Json;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Feed;

/// <summary>What the feed does not offer, which its annotations declare: everything of OData that is not listed in docs/feed.md.</summary>
public sealed class FeedRefusalTests(AzuriteFixture azurite)
{
    private static readonly (string Query, int Status)[] Refused =
    [
        ("UsesHourly?$filter=length(kind) eq 5", 501),
        ("UsesHourly?$filter=uses add 1 gt 2", 501),
        ("UsesHourly?$filter=toupper(kind) eq 'REPLY'", 501),
        ("UsesHourly?$filter=uses sub 1 gt 2", 501),
        ("UsesHourly?$filter=uses mul 2 gt 2", 501),
        ("UsesHourly?$filter=uses div 2 gt 2", 501),
        ("UsesHourly?$filter=uses mod 2 eq 1", 501),
        ("UsesHourly?$filter=-uses lt 2", 501),
        ("UsesHourly?$filter=concat(kind,'s') eq 'shares'", 501),
        ("UsesHourly?$filter=indexof(kind,'s') eq 0", 501),
        ("UsesHourly?$filter=substring(kind,1) eq 'hare'", 501),
        ("UsesHourly?$filter=trim(kind) eq 'share'", 501),
        ("UsesHourly?$filter=matchesPattern(kind,'s')", 501),
        ("UsesHourly?$filter=case(true:1)", 501),
        ("UsesHourly?$filter=geo.length(kind) eq 1", 501),
        ("UsesHourly?$filter=kind/any(one:one eq 'share')", 501),
        ("UsesHourly?$filter=hour(hourStartUtc) eq 8", 501),
        ("UsesHourly?$filter=minute(hourStartUtc) eq 0", 501),
        ("UsesHourly?$filter=second(hourStartUtc) eq 0", 501),
        ("UsesHourly?$filter=fractionalseconds(hourStartUtc) eq 0", 501),
        ("UsesHourly?$filter=time(hourStartUtc) eq 08:00:00", 501),
        ("UsesHourly?$filter=totaloffsetminutes(hourStartUtc) eq 0", 501),
        ("UsesHourly?$filter=hourStartUtc lt now()", 501),
        ("UsesHourly?$filter=hourStartUtc lt maxdatetime()", 501),
        ("Figures?$filter=round(value) eq 1", 501),
        ("Figures?$filter=floor(value) eq 1", 501),
        ("Figures?$filter=ceiling(value) eq 1", 501),
        ("Figures?$filter=cast(value,Edm.String) eq '1'", 501),
        ("Figures?$filter=isof(value,Edm.Double)", 501),
        ("UsesHourly?$compute=uses mul 2 as twice", 501),
        ("UsesHourly?$index=1", 501),
        ("UsesHourly?$deltatoken=1", 501),
        ("UsesHourly?$apply=aggregate(uses with sum as total)", 501),
        ("UsesHourly?$search=blood", 501),
        ("UsesHourly?$expand=campaign", 501),
        ("UsesHourly?$orderby=tolower(kind)", 501),
        ("UsesHourly?$orderby=uses&$skip=60000", 501),
        ("UsesHourly?$filter=nothing eq 5", 400),
        ("UsesHourly?$filter=uses eq", 400),
        ("UsesHourly?$top=-1", 400),
        ("UsesHourly?$top=1&%24top=2", 400),
        ("UsesHourly?$format=application/atom%2Bxml", 406),
        ("Nothing", 404),
        ("Campaigns('nobody')", 404),
        ("UsesHourly?$orderby=uses&$skiptoken=gone", 410),
    ];

    [Fact]
    public async Task What_is_not_offered_is_refused_in_the_form_of_OData()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var feed = await FeedClient.StartAsync(engine);
        foreach (var (query, status) in Refused)
        {
            var reply = await feed.GetAsync($"/api/odata/{query}");

            Assert.True(status == reply.Status, $"{query}: {reply.Status} {reply.Text}");
            using var json = JsonDocument.Parse(reply.Text);
            Assert.NotEmpty(json.RootElement.GetProperty("error").GetProperty("code").GetString()!);
            Assert.NotEmpty(json.RootElement.GetProperty("error").GetProperty("message").GetString()!);
            Assert.Equal("4.0", reply.GetHeader("OData-Version"));
        }
    }

    [Fact]
    public async Task Brackets_of_texts_and_conditions_are_no_functions()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var feed = await FeedClient.StartAsync(engine);
        foreach (var filter in new[] { "kind eq 'no(t)'", "(not(contains(kind,'length(')))and(uses in(1,2))", "kind eq 'it''s concat('" })
        {
            Assert.Empty(await feed.AllAsync($"/api/odata/UsesHourly?$filter={filter}"));
        }
    }
}
