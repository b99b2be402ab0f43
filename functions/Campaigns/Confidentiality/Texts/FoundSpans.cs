namespace Campaigns.Confidentiality.Texts;

/// <summary>What was found so far; parts that overlap become one, under the kind of the longer.</summary>
internal sealed class FoundSpans
{
    private readonly List<PersonalDataSpan> _spans = [];

    public int Count => _spans.Count;

    public PersonalDataSpan this[int at] => _spans[at];

    public void Clear() => _spans.Clear();

    public void Add(int start, int end, PersonalDataKind kind) => _spans.Add(new(start, end - start, kind));

    /// <summary>Adds what a round found, as places in the original; what it found around something found before becomes one with it.</summary>
    public void Take(ReadText text)
    {
        var round = text.Spans;
        for (var at = 0; at < round.Count; at++)
        {
            var (start, end) = text.Original(round[at].Start, round[at].End);
            Add(start, end, round[at].Kind);
        }

        Merge();
    }

    /// <summary>Puts what a round found in order, makes one of what overlaps, and leaves out what was found before.</summary>
    /// <returns>Whether anything new is left.</returns>
    public bool Settle(ReadText text)
    {
        Merge();
        var kept = 0;
        for (var at = 0; at < Count; at++)
        {
            var span = _spans[at];
            if (text.Chars.AsSpan(span.Start, span.Length).ContainsAnyExcept(Characters.Found))
            {
                _spans[kept++] = span;
            }
        }

        _spans.RemoveRange(kept, Count - kept);
        return Count > 0;
    }

    private void Merge()
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
