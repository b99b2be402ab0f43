using System.Text;
using Campaigns.Http;
using Campaigns.Listening.Intake;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Listening.Intake;

/// <summary>Lines that are made of nothing but faults.</summary>
public sealed class ManyFaultsTests(AzuriteFixture azurite)
{
    // As much as a line holds.
    private static readonly string OneFieldOver = $"{{{string.Join(',', Enumerable.Repeat("\"a\":1", 80_000))}}}";
    private static readonly string FieldUponField = $"{{{string.Join(',', Enumerable.Range(0, 40_000).Select(static number => $"\"a{number}\":1"))}}}";

    [Fact]
    public async Task A_line_with_tens_of_thousands_of_faults_is_told_the_first_twenty_and_how_many_more_there_are()
    {
        await using var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-30T12:00:00Z"));
        await SampleCampaign.PutAsync(engine);

        var answer = await ListeningRun.PostAsync(engine, Line.Join(OneFieldOver, FieldUponField, Line.Of("1")));

        Assert.Equal((202, 1, 2), (answer.Status, answer.Json.GetProperty("matched").GetInt32(), answer.Json.GetProperty("refused").GetInt32()));
        var (once, many) = (FaultsOf(answer, 0), FaultsOf(answer, 1));
        Assert.Equal("a: is not a field of a mention", once[0]);
        Assert.Single(once, "a: is not a field of a mention");
        Assert.Equal(LineFaults.MostShown + 1, many.Length);
        // All but twenty of the unknown fields, and what every mention must have.
        Assert.Matches(@"\A: has more faults, which are not shown: 3998\d\z", many[^1]);
        Assert.InRange(answer.Text.Length, 1, 10_000);
    }

    [Fact]
    public void What_every_field_of_a_line_says_wrong_is_read_only_as_far_as_it_is_shown()
    {
        var faults = new LineFaults();
        var value = new string('7', 1024);
        for (var number = 0; number < 100_000; number++)
        {
            faults.Add(Refusal.BadField, $"field{number}", value, "is wrong");
            faults.Add(Refusal.BadField, "field0", Encoding.UTF8.GetBytes("another"), "is wrong");
        }

        Assert.Equal("has more faults, which are not shown: 99980", faults.All[^1].Rule);
        Assert.Equal(LineFaults.MostShown + 1, faults.All.Count);
        faults.Clear();
        Assert.Empty(faults.All);
        faults.Missing("text");
        Assert.Equal(new Fault("text", null, "is required"), Assert.Single(faults.All));
    }

    [Fact]
    public async Task A_header_of_thousands_of_columns_names_the_first_of_them_and_how_many_more_there_are()
    {
        await using var engine = await TestEngine.StartAsync(azurite, TestClock.At("2015-06-30T12:00:00Z"));
        var header = $"channel,id,createdAt,text,{string.Join(',', Enumerable.Range(0, 5_000).Select(static number => $"c{number}"))}";

        var answer = await ListeningRun.PostAsync(engine, $"{header}\nx,1,2015-06-08T10:00:00Z,Hello{new string(',', 5_000)}", "text/csv");

        Assert.True(answer.Status == 202, answer.Text);
        var columns = answer.Json.GetProperty("ignoredColumns").EnumerateArray().Select(static name => name.GetString()).ToArray();
        Assert.Equal((ShownText.MostNames + 1, "and 4000 more"), (columns.Length, columns[^1]));
    }

    private static string[] FaultsOf(Answer answer, int line) => [.. answer.Json.GetProperty("refusedLines")[line].GetProperty("faults").EnumerateArray()
        .Select(static fault => $"{fault.GetProperty("field").GetString()}: {fault.GetProperty("rule").GetString()}")];
}
