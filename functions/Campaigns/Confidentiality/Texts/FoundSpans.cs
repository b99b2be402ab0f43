namespace Campaigns.Confidentiality.Texts;

/// <summary>What was found so far; parts that overlap become one, under the kind of the longer.</summary>
internal sealed class FoundSpans
{
    private readonly List<PersonalDataSpan> _spans = [];

    public int Count => _spans.Count;

    public PersonalDataSpan this[int at] => _spans[at];

    public void Clear() => _spans.Clear();

    public void Add(int start, int end, PersonalDataKind kind) => _spans.Add(new(start, end - start, kind));

    /// <summary>Turns places in the plain characters into places in the original.</summary>
    public void ToOriginal(ReadText text)
    {
        for (var at = 0; at < _spans.Count; at++)
        {
            var (start, end) = text.Original(_spans[at].Start, _spans[at].End);
            _spans[at] = new(start, end - start, _spans[at].Kind);
        }
    }

    /// <summary>Puts the spans in order and makes one of those that overlap.</summary>
    public void Settle()
    {
        if (_spans.Count < 2)
        {
            return;
        }

        _spans.Sort(static (left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : right.Length.CompareTo(left.Length));
        var kept = 0;
        for (var at = 1; at < _spans.Count; at++)
        {
            var (last, next) = (_spans[kept], _spans[at]);
            if (next.Start < last.End)
            {
                _spans[kept] = new(last.Start, Math.Max(last.End, next.End) - last.Start, next.Length > last.Length ? next.Kind : last.Kind);
            }
            else
            {
                _spans[++kept] = next;
            }
        }

        _spans.RemoveRange(kept + 1, _spans.Count - kept - 1);
    }
}
