using System.Text;
using Campaigns.Http;
using Campaigns.Operations.Configuration;
using Campaigns.Tests.Listening.Supporters;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Http;

/// <summary>Bodies that are made of nothing but faults.</summary>
public sealed class FaultsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_campaign_a_list_and_a_configuration_with_thousands_of_faults_are_told_the_first_hundred_and_how_many_more_there_are()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var unknown = string.Join(',', Enumerable.Range(0, 2_000).Select(static number => $"\"a{number}\":1"));
        Held(await SampleCampaign.AskAsync(engine, $"{{{unknown}}}"), 2_000);

        await SampleCampaign.PutAsync(engine);
        Held(await Supporting.PutAsync(engine, $"[{string.Join(',', Enumerable.Repeat("{}", 5_000))}]"), 5_000);
        Held(await Supporting.PutAsync(engine, $"{string.Join(',', Enumerable.Range(0, 5_000).Select(static number => $"a{number}"))}\n1", "text/csv"), 5_000);

        var campaigns = string.Join(',', Enumerable.Repeat($$"""{ "campaign": { {{unknown}} } }""", 3));
        var import = Call.Request(engine, "POST", "/api/import", $$"""{ "version": 1, "campaigns": [{{campaigns}}] }""");
        Held(await Call.AnswerAsync(import, engine.Function<ImportConfiguration>().Run(import, default)), 6_000);
    }

    [Fact]
    public async Task A_very_long_name_is_told_by_its_beginning()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var name = new string('a', 14_000);

        foreach (var answer in new[] { await SampleCampaign.AskAsync(engine, $$"""{ "{{name}}": 1, "plan": { "{{name}}": 1 } }"""), await UnknownColumnAsync() })
        {
            Assert.True(answer.Status == 422 && answer.Text.Contains(name[..250], StringComparison.Ordinal), answer.Text[..Math.Min(answer.Text.Length, 600)]);
            Assert.True(answer.Text.Length < 10_000, $"{answer.Text.Length} characters");
        }

        async Task<Answer> UnknownColumnAsync()
        {
            await SampleCampaign.PutAsync(engine);
            return await Supporting.PutAsync(engine, $"{name},author\n1,2", "text/csv");
        }
    }

    [Fact]
    public void As_many_faults_as_are_shown_are_shown_without_a_word_of_more()
    {
        var faults = new Faults();
        for (var number = 0; number < Faults.MostShown; number++)
        {
            faults.Add($"f{number}", (string?)null, "is required");
        }

        Assert.Equal((Faults.MostShown, "f99"), (faults.All.Count, faults.All[^1].Field));
        faults.Add("one", (string?)null, "is required");
        Assert.Equal((Faults.MostShown + 1, "has more faults, which are not shown: 1"), (faults.All.Count, faults.All[^1].Rule));
    }

    private static void Held(Answer answer, int least)
    {
        Assert.Equal((422, Faults.MostShown + 1), (answer.Status, answer.Faults.Length));
        Assert.InRange(Encoding.UTF8.GetByteCount(answer.Text), 1, 60_000);
        var count = int.Parse(answer.Json.GetProperty("detail").GetString()!.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(count, least, int.MaxValue);
        Assert.Equal($": has more faults, which are not shown: {count - Faults.MostShown}", answer.Faults[^1]);
    }
}
