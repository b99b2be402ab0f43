using Campaigns.Insight;
using Campaigns.Planning;
using Campaigns.Results.RollUps;
using NodaTime.Text;

namespace Campaigns.Results.Windows;

/// <summary>Leaves out what some days tell of feelings where the days one by one and the whole campaign do not tell it.</summary>
internal sealed class WindowSentiment
{
    private readonly SentimentDisclosure days;
    private readonly int count;
    private readonly int[] inside;
    private readonly bool[] fewNotOffered;
    private readonly bool isWholeFew;
    private readonly Figures figures;

    /// <summary>Prepares it.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="texts">What all its texts come to.</param>
    /// <param name="heard">All its days that have mentions.</param>
    /// <param name="window">The days that are asked for.</param>
    /// <param name="figures">Takes what each number is worth.</param>
    public WindowSentiment(Campaign campaign, SentimentSums texts, IReadOnlyList<DayTotals> heard, DayWindow window, Figures figures)
    {
        this.figures = figures;
        var people = heard.ToDictionary(day => day.Day, day => day.Totals.Authors?.Contributors ?? 0, StringComparer.Ordinal);
        string[] names = [.. people.Keys.Union(texts.Days.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        InsightCounts[] counts = [.. names.Select(name => texts.Days.GetValueOrDefault(name))];
        days = new SentimentDisclosure(counts, [.. names.Select(name => people.GetValueOrDefault(name))], campaign.SuppressBelow);
        count = names.Length;
        inside = [.. names.Index().Where(day => window.Has(LocalDatePattern.Iso.Parse(day.Item).Value)).Select(day => day.Index)];
        fewNotOffered = Disclosure.Hidden([.. counts.Select(day => day.NotOffered)], campaign.SuppressBelow);
        isWholeFew = Disclosure.IsFew(texts.Whole.NotOffered, campaign.SuppressBelow);
    }

    /// <summary>What may be told.</summary>
    /// <param name="told">What these days' texts come to.</param>
    /// <param name="arePartsTold">Whether it is told by channel, topic and language too.</param>
    public SentimentResponse Of(SentimentResponse told, bool arePartsTold)
    {
        var isBaseTold = IsTold(days.IsHidden);
        // What is left over of a base tells what nothing is offered for: these four go together.
        var areOthersTold = IsTold(day => days.IsHidden(day) || fewNotOffered[day]) && !(isWholeFew && inside.Any(day => fewNotOffered[day]));
        if (!isBaseTold)
        {
            // Each figure's coverage is the base by what could be analysed.
            foreach (var (pointer, figure) in figures.All.Where(figure => figure.Key.StartsWith("/sentiment/", StringComparison.Ordinal)).ToList())
            {
                figures.Put(pointer, figure with { Coverage = null });
            }
        }

        return told with
        {
            Positive = Feeling("positive", 0, told.Positive),
            Neutral = Feeling("neutral", 1, told.Neutral),
            Negative = Feeling("negative", 2, told.Negative),
            Mixed = Feeling("mixed", 3, told.Mixed),
            Analysed = Told("analysed", isBaseTold, told.Analysed),
            NotOffered = Told("notOffered", areOthersTold, told.NotOffered),
            Failed = Told("failed", areOthersTold, told.Failed),
            OverBudget = Told("overBudget", areOthersTold, told.OverBudget),
            NotLookedAt = Told("notLookedAt", areOthersTold, told.NotLookedAt),
            MarginOfError = Told("marginOfError", isBaseTold, told.MarginOfError),
            Confidence = Told("confidence", isBaseTold, told.Confidence),
            ByChannel = arePartsTold ? told.ByChannel : new Dictionary<string, SentimentPart>(),
            ByTopic = arePartsTold ? told.ByTopic : new Dictionary<string, SentimentPart>(),
            ByLanguage = arePartsTold ? told.ByLanguage : new Dictionary<string, SentimentPart>(),
        };
    }

    private long? Feeling(string name, int feeling, long? value) => Told(name, IsTold(day => days.IsHidden(day, feeling)), value);

    private bool IsTold(Func<int, bool> isHidden) => WindowDisclosure.IsTold([.. Enumerable.Range(0, count).Select(isHidden)], inside);

    private T? Told<T>(string name, bool isTold, T? value)
        where T : struct
    {
        if (isTold || value is null)
        {
            return value;
        }

        var pointer = $"/sentiment/{name}";
        figures.Put(pointer, figures.All[pointer] with { Status = FigureStatus.Suppressed, Value = null, Why = null });
        return null;
    }
}
