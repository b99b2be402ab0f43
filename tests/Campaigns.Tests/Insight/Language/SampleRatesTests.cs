using Campaigns.Insight.Language;
using Campaigns.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace Campaigns.Tests.Insight.Language;

public sealed class SampleRatesTests
{
    private static readonly DateTimeOffset Start = new(2015, 6, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly LanguagePrices Free = LanguagePrices.From(new LanguageOptions());

    [Fact]
    public void A_text_is_in_the_sample_or_not_however_often_it_comes_and_those_for_phrases_are_among_those_for_sentiment() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<ulong>(),
            ArbMap.Default.ArbFor<byte>(),
            ArbMap.Default.ArbFor<byte>(),
            (key, one, other) =>
            {
                var rates = new SampleRates(Math.Max(one, other) / 255.0, Math.Min(one, other) / 255.0, Math.Min(one, other) / 255.0);
                var depth = rates.DepthOf(key, isDetected: false);
                return depth == rates.DepthOf(key, isDetected: false)
                    && (depth != AnalysisDepth.Phrases || (rates with { Phrases = 0 }).DepthOf(key, isDetected: false) == AnalysisDepth.Sentiment)
                    && rates.DepthOf(key, isDetected: true) == (depth == AnalysisDepth.Phrases ? depth : AnalysisDepth.Nothing)
                    && SampleRates.All.DepthOf(key, isDetected: true) == AnalysisDepth.Phrases
                    && new SampleRates(0, 0, 0).DepthOf(key, isDetected: false) == AnalysisDepth.Nothing;
            }));

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    [InlineData(0.75)]
    public void The_sample_is_even_whether_keys_are_random_or_in_a_row(double rate)
    {
        const int count = 40_000;
        var random = new Random(7);
        var rates = new SampleRates(rate, 0, 0);
        // Five standard deviations of a fair draw.
        var within = 5 * Math.Sqrt(count * rate * (1 - rate));
        Assert.InRange(Enumerable.Range(0, count).Count(number => rates.DepthOf((ulong)number, isDetected: false) == AnalysisDepth.Sentiment) - (count * rate), -within, within);
        Assert.InRange(Enumerable.Range(0, count).Count(_ => rates.DepthOf((ulong)random.NextInt64(), isDetected: false) == AnalysisDepth.Sentiment) - (count * rate), -within, within);
    }

    [Theory]
    [InlineData(10, 200)]
    [InlineData(16, 5000)]
    [InlineData(30, 60000)]
    public void A_short_budget_lasts_to_the_end_is_used_and_every_part_of_the_campaign_has_its_share(int days, int budget)
    {
        var hours = Simulate(days, budget, _ => 250);
        Assert.InRange(hours.Sum(), (long)(0.85 * budget), budget);
        var fifth = hours.Count / 5;
        Assert.All(Enumerable.Range(0, 5), part => Assert.InRange(hours.Skip(part * fifth).Take(fifth).Sum() / (double)budget, 0.08, 0.45));
    }

    [Fact]
    public void A_busy_launch_does_not_use_up_what_the_rest_needs()
    {
        var hours = Simulate(16, 5000, hour => hour < 24 ? 3000 : 100);
        Assert.InRange(hours.Sum(), 3000, 5000);
        Assert.InRange(hours.Skip(hours.Count - 72).Sum(), 100, 3000);
    }

    [Fact]
    public void Where_the_budget_is_enough_everything_is_analysed()
    {
        var hours = Simulate(16, 16 * 24 * 100 * 2, _ => 100);
        Assert.Equal(16 * 24 * 100, hours.Sum());
    }

    [Fact]
    public void A_backlog_that_is_taken_in_after_the_end_is_sampled_too() =>
        Assert.InRange(Simulate(1, 2000, _ => 250, late: true).Sum(), 1000, 2000);

    /// <summary>How many texts of each hour are analysed.</summary>
    private static List<long> Simulate(int days, int budget, Func<int, int> arrivals, bool late = false)
    {
        var (ledger, end, analysed, random) = (InsightLedger.Empty, Start.AddDays(late ? 0 : days), new List<long>(), new Random(3));
        var limits = new InsightLimits(TextRecordsBudget.None with { Sentiment = budget }, null, null);
        for (var hour = 0; hour < days * 24; hour++)
        {
            analysed.Add(0);
            for (var left = arrivals(hour); left > 0; left -= 50)
            {
                var texts = Enumerable.Range(0, Math.Min(50, left)).Select(number => ((ulong)random.NextInt64(), new LanguageDocument($"{hour} {number}", "en", 1))).ToList();
                ledger = ledger with { Arrived = ledger.Arrived + RecordCounts.Of(LanguageFeature.Sentiment, texts.Count), Since = ledger.Since ?? Start };
                ledger = ledger with { Rates = SampleRates.Of(ledger, limits, Free, Start.AddHours(hour), end) };
                (ledger, var reservation) = Reservation.Of(ledger, texts, limits, Free);
                analysed[^1] += reservation.Records.Sentiment;
            }
        }

        return analysed;
    }
}
