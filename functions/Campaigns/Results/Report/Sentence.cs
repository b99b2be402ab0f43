namespace Campaigns.Results.Report;

/// <summary>Builds a sentence of the story.</summary>
/// <param name="origin">Where its figures come from: one of <see cref="ReportOrigin"/>.</param>
internal sealed class Sentence(string origin)
{
    private readonly List<ReportPart> parts = [];

    public Sentence Say(string words)
    {
        if (words.Length > 0)
        {
            parts.Add(new ReportPart(words, null));
        }

        return this;
    }

    /// <summary>Tells a figure with what it counts.</summary>
    public Sentence Tell(ReportFigure figure, string one, string many)
    {
        parts.Add(new ReportPart($"{figure.Shown} {(figure.Value == 1 ? one : many)}", figure.Id));
        return this;
    }

    /// <summary>Tells a figure as it is.</summary>
    public Sentence Tell(ReportFigure figure)
    {
        parts.Add(new ReportPart(figure.Shown, figure.Id));
        return this;
    }

    /// <summary>Tells several figures as a list.</summary>
    public Sentence Tell(IReadOnlyList<(ReportFigure Figure, string One, string Many)> figures)
    {
        foreach (var (index, (figure, one, many)) in figures.Index())
        {
            Tell(figure, one, many);
            if (index < figures.Count - 1)
            {
                Say(index == figures.Count - 2 ? " and " : ", ");
            }
        }

        return this;
    }

    public ReportSentence End() => new(origin, [.. parts]);
}
