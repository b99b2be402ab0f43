using Campaigns.Confidentiality;

namespace Campaigns.Benchmarks.Confidentiality;

/// <summary>
/// Counts what was found in labelled texts. A true span counts only if found spans of any kind cover every code unit of it; a found span is a false
/// one of its kind if it touches no true span.
/// </summary>
internal sealed class RedactionEvaluation(string name)
{
    private readonly SortedDictionary<string, KindFigures> _kinds = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public int Texts { get; private set; }

    public IReadOnlyCollection<KindFigures> Kinds => _kinds.Values;

    /// <summary>What was missed and what was wrongly found, as (text number, start, end, kind, text, whether it was missed).</summary>
    public List<(int Text, int Start, int End, string Kind, string Value, bool IsMissed)> Slips { get; } = [];

    public void Add(EvaluatedText text)
    {
        Texts++;
        var found = PersonalData.Find(text.Text);
        var covered = new bool[text.Text.Length];
        foreach (var span in found)
        {
            covered.AsSpan(span.Start, span.Length).Fill(true);
            var figures = Of($"{span.Kind}");
            figures.Found++;
            if (!text.Spans.Any(known => known.Start < span.End && span.Start < known.End))
            {
                figures.False++;
                Slips.Add((Texts, span.Start, span.End, figures.Kind, text.Text[span.Start..span.End], false));
            }
        }

        foreach (var (start, end, kind) in text.Spans)
        {
            var figures = Of(KindNames.Of(kind) is { } known ? $"{known}" : $"{kind} (unknown)");
            figures.True++;
            if (covered.AsSpan(start..end).Contains(false))
            {
                Slips.Add((Texts, start, end, figures.Kind, text.Text[start..end], true));
            }
            else
            {
                figures.Covered++;
            }
        }
    }

    private KindFigures Of(string kind)
    {
        if (!_kinds.TryGetValue(kind, out var figures))
        {
            _kinds.Add(kind, figures = new(kind));
        }

        return figures;
    }
}
