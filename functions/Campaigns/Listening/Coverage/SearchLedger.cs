using System.Collections.Immutable;

namespace Campaigns.Listening.Coverage;

/// <summary>
/// What was looked at in one place for one hashtag: segments in order, never overlapping, each as long as its state lasts. Where windows
/// overlap the better state wins, so the same windows give the same states in any order and however often they come, and what was missed
/// turns to searched once it is searched. Requests and mentions add up; a window's stand where its last second lies.
/// </summary>
public sealed class SearchLedger
{
    /// <summary>The most segments; beyond that the shortest are given up for worse ones beside them, so that nothing looks better than it was.</summary>
    public const int Most = 500;

    private readonly ImmutableArray<Segment> segments;

    private SearchLedger(ImmutableArray<Segment> segments) => this.segments = segments;

    /// <summary>Nothing was looked at.</summary>
    public static SearchLedger Empty { get; } = new([]);

    /// <summary>The segments; what lies between them was not asked.</summary>
    public IReadOnlyList<Segment> Segments => segments;

    /// <summary>How many requests were made.</summary>
    public long Asked => segments.Sum(segment => segment.Asked);

    /// <summary>How many mentions they brought.</summary>
    public long Got => segments.Sum(segment => segment.Got);

    /// <summary>Takes segments as they were stored.</summary>
    /// <param name="stored">In order, not overlapping.</param>
    public static SearchLedger Of(IEnumerable<Segment> stored) => new([.. stored]);

    /// <summary>Records a window.</summary>
    /// <param name="from">Its first second.</param>
    /// <param name="to">Its end, exclusive; an empty window changes nothing.</param>
    /// <param name="state">How it was searched.</param>
    /// <param name="asked">How many requests were made.</param>
    /// <param name="got">How many mentions they brought.</param>
    public SearchLedger Add(long from, long to, SearchState state, long asked = 0, long got = 0)
    {
        if (from >= to)
        {
            return this;
        }

        var pieces = new List<Segment>(segments.Length + 3);
        var at = from;
        foreach (var segment in segments)
        {
            if (segment.To <= from || segment.From >= to)
            {
                at = Fill(pieces, at, Math.Min(segment.From, to), state);
                pieces.Add(segment);
                continue;
            }

            at = Fill(pieces, at, segment.From, state);
            var (start, end) = (Math.Max(segment.From, from), Math.Min(segment.To, to));
            Cut(pieces, segment, segment.From, start, segment.State);
            Cut(pieces, segment, start, end, Better(segment.State, state));
            Cut(pieces, segment, end, segment.To, segment.State);
            at = Math.Max(at, end);
        }

        Fill(pieces, at, to, state);
        var last = pieces.FindIndex(piece => piece.From < to && to <= piece.To);
        pieces[last] = pieces[last] with { Asked = pieces[last].Asked + asked, Got = pieces[last].Got + got };
        return new SearchLedger([.. Bounded(Joined(pieces))]);
    }

    /// <summary>Forgets what lies at or after a moment: what a wrong clock recorded of the future.</summary>
    /// <param name="end">The moment.</param>
    public SearchLedger Before(long end) => segments is [.., var last] && last.To > end
        ? new([.. segments.Where(segment => segment.From < end).Select(segment => segment with { To = Math.Min(segment.To, end) })])
        : this;

    /// <summary>The better of two states.</summary>
    private static SearchState Better(SearchState one, SearchState other) => one > other ? one : other;

    /// <summary>Covers what nothing covered yet, up to a moment.</summary>
    private static long Fill(List<Segment> pieces, long at, long to, SearchState state)
    {
        if (at < to)
        {
            pieces.Add(new Segment(at, to, state, 0, 0));
        }

        return Math.Max(at, to);
    }

    /// <summary>A part of a segment; its counts stay with the part that holds its last second.</summary>
    private static void Cut(List<Segment> pieces, Segment whole, long from, long to, SearchState state)
    {
        if (from < to)
        {
            pieces.Add(to == whole.To ? whole with { From = from, State = state } : new Segment(from, to, state, 0, 0));
        }
    }

    private static List<Segment> Joined(List<Segment> pieces)
    {
        var joined = new List<Segment>(pieces.Count);
        foreach (var piece in pieces)
        {
            if (joined is [.., var last] && last.To == piece.From && last.State == piece.State)
            {
                joined[^1] = last with { To = piece.To, Asked = last.Asked + piece.Asked, Got = last.Got + piece.Got };
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }

    /// <summary>Gives up the shortest segments that are better than both of their neighbours until few enough are left.</summary>
    private static List<Segment> Bounded(List<Segment> all)
    {
        while (all.Count > Most)
        {
            var shortest = Enumerable.Range(0, all.Count).Where(at => all[at].State > Beside(all, at)).MinBy(at => all[at].Length);
            var beside = Beside(all, shortest);
            if (beside == SearchState.NotAsked)
            {
                // Its counts stay in the sums, with a segment that is left.
                var (gone, heir) = (all[shortest], shortest > 0 ? shortest - 1 : 1);
                all[heir] = all[heir] with { Asked = all[heir].Asked + gone.Asked, Got = all[heir].Got + gone.Got };
                all.RemoveAt(shortest);
            }
            else
            {
                all[shortest] = all[shortest] with { State = beside };
                all = Joined(all);
            }
        }

        return all;
    }

    /// <summary>The better of the states on both sides; where nothing touches, nobody asked.</summary>
    private static SearchState Beside(List<Segment> all, int at) => Better(
        at > 0 && all[at - 1].To == all[at].From ? all[at - 1].State : SearchState.NotAsked,
        at < all.Count - 1 && all[at + 1].From == all[at].To ? all[at + 1].State : SearchState.NotAsked);
}
