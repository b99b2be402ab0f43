using System.Text;
using Campaigns.Local.Demo;
using Campaigns.Results.Reported;
using Campaigns.Tests.Listening;
using Campaigns.Tests.Listening.Supporters;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Results.Report;

/// <summary>The demo's campaigns, from their plan to their report. Their texts are not analysed, so that the files change with the report alone.</summary>
public sealed class DemoReportTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_report_of_missing_type_tells_the_published_figures_counted_ones_and_self_reported_ones_apart()
    {
        await using var engine = await StartAsync();
        await SampleCampaign.PutAsync(engine, MissingType.Id, MissingType.Campaign);
        var listed = await Supporting.PutAsync(engine, MissingType.Supporters);
        Assert.True(listed.Status == 201, listed.Text);
        await EnterAsync(engine, MissingType.Id, MissingType.ByHand);
        foreach (var (body, _) in GeneratedMentions.Bodies(linesEach: 5_000))
        {
            var posted = await ListeningRun.PostAsync(engine, Encoding.UTF8.GetString(body));
            Assert.True(posted.Status == 202, posted.Text);
        }

        await ListeningRun.TrackAsync(engine);
        await ListeningRun.SweepAsync(engine);

        await IsAsync("missing-type.md", await Reporting.TextAsync(engine, "md"));
    }

    [Fact]
    public async Task The_report_of_the_practices_video_tells_what_the_practice_reported_and_that_nothing_was_counted()
    {
        await using var engine = await StartAsync();
        await SampleCampaign.PutAsync(engine, PracticeVideo.Id, PracticeVideo.Campaign);
        await EnterAsync(engine, PracticeVideo.Id, PracticeVideo.ByHand);

        await IsAsync("practice-video.md", await Reporting.TextAsync(engine, "md", PracticeVideo.Id));
    }

    private Task<TestEngine> StartAsync() => TestEngine.StartAsync(azurite, TestClock.At("2015-07-05T09:00:00Z"));

    private static async Task EnterAsync(TestEngine engine, string campaign, IEnumerable<Entered> figures)
    {
        foreach (var figure in figures)
        {
            var request = Call.Request(engine, "PUT", $"/api/campaigns/{campaign}/{figure.Path}", figure.Json);
            var answer = await Call.AnswerAsync(request, engine.Function<PutFigure>().Run(request, campaign, figure.Name, figure.Date, default));
            Assert.True(answer.Status == 201, answer.Text);
        }
    }

    /// <summary>What boards were told may not change by accident: whoever means it brings the file up to date, from the text that the failure shows.</summary>
    private static async Task IsAsync(string file, string report)
    {
        var path = Path.Combine(RepositoryRoot.Path, "tests", "Campaigns.Tests", "Results", "Report", file);
        var told = await File.ReadAllTextAsync(path);
        Assert.True(told == report, $"{file} is now:\n{report}");
    }
}
