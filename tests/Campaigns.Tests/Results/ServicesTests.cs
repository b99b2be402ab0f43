using System.Text.Json;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results;

public sealed class ServicesTests(AzuriteFixture azurite)
{
    private static readonly string WithServices = SampleCampaign.Json.Replace(
        "\"plan\"",
        """ "topics": [{ "id": "giving", "any": ["give blood"], "service": "Blood" }, { "id": "sessions", "any": ["session"], "service": "blood" }, { "id": "organs", "any": ["kidney"], "service": "Organs" }, { "id": "other", "any": ["parking"] }], "plan" """,
        StringComparison.Ordinal);

    [Fact]
    public async Task Topics_of_one_service_stand_together_and_a_mention_of_several_is_felt_once()
    {
        await using var engine = await Felt.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, json: WithServices);

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Felt.Some(10, "I love to give blood"), .. Felt.Some(8, "I hate the session"), .. Felt.Some(6, "I love to give blood in a session"), .. Felt.Some(7, "I love my kidney"), .. Felt.Some(5, "I hate parking")]));

        Assert.Equal(
            [
                """Blood ["giving","sessions"] 16 to 30, 16 positive, 0 neutral, 8 negative of 24""",
                """Organs ["organs"] 7 to 7, 7 positive, 0 neutral, 0 negative of 7""",
            ],
            results.GetProperty("services").EnumerateArray().Select(Line1));
        Assert.Equal("serviceSentiment@1", results.GetProperty("figures").GetProperty("/services/0/sentiment/positive").GetProperty("definition").GetString());
    }

    [Fact]
    public async Task A_service_hides_what_its_topics_hide_and_what_few_have_in_common()
    {
        await using var engine = await Felt.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine, json: WithServices);

        var results = await ListeningRun.ResultsAfterAsync(engine, Line.Join(
            [.. Felt.Some(10, "I love to give blood"), .. Felt.Some(8, "I hate the session"), .. Felt.Some(2, "I love to give blood in a session"), .. Felt.Some(20, "I love my kidney")]));

        Assert.Equal("suppressed", results.GetProperty("figures").GetProperty("/services/0/sentiment/analysed").GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, results.GetProperty("services")[0].GetProperty("sentiment").GetProperty("positive").ValueKind);
    }

    private static string Line1(JsonElement service)
    {
        var (mentions, felt) = (service.GetProperty("mentions"), service.GetProperty("sentiment"));
        return $"{service.GetProperty("service").GetString()} {service.GetProperty("topics").GetRawText()} {mentions.GetProperty("atLeast")} to {mentions.GetProperty("atMost")}, {felt.GetProperty("positive")} positive, {felt.GetProperty("neutral")} neutral, {felt.GetProperty("negative")} negative of {felt.GetProperty("analysed")}";
    }
}
