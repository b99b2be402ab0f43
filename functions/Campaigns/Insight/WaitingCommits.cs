using Campaigns.Listening.Cells;

namespace Campaigns.Insight;

/// <summary>What invocations of this process wait to add, by hour: whoever is next writes for all that wait.</summary>
internal sealed class WaitingCommits
{
    /// <summary>No write adds more texts, save for those of one invocation.</summary>
    private const int MostTexts = 10_000;

    private readonly Dictionary<CellId, List<WaitingTexts>> hours = [];

    public void Add(CellId hour, WaitingTexts texts)
    {
        lock (hours)
        {
            if (!hours.TryGetValue(hour, out var all))
            {
                hours.Add(hour, all = []);
            }

            all.Add(texts);
        }
    }

    /// <summary>Takes what waits for an hour, one's own in any case.</summary>
    public List<WaitingTexts> Take(CellId hour, WaitingTexts mine)
    {
        lock (hours)
        {
            var (taken, count) = (new List<WaitingTexts> { mine }, mine.Texts.Count);
            foreach (var other in hours.GetValueOrDefault(hour, []).Where(other => !ReferenceEquals(other, mine)).ToArray())
            {
                if (count + other.Texts.Count <= MostTexts)
                {
                    count += other.Texts.Count;
                    taken.Add(other);
                }
            }

            taken.ForEach(one => RemoveLocked(hour, one));
            return taken;
        }
    }

    /// <summary>Lets those wait on that nobody tried to add.</summary>
    public void GiveBack(CellId hour, IReadOnlyList<WaitingTexts> taken, WaitingTexts mine)
    {
        foreach (var one in taken.Where(one => !ReferenceEquals(one, mine) && one.IsAdded is null))
        {
            Add(hour, one);
        }
    }

    public void Remove(CellId hour, WaitingTexts texts)
    {
        lock (hours)
        {
            RemoveLocked(hour, texts);
        }
    }

    private void RemoveLocked(CellId hour, WaitingTexts texts)
    {
        if (hours.TryGetValue(hour, out var all) && all.RemoveAll(one => ReferenceEquals(one, texts)) > 0 && all.Count == 0)
        {
            hours.Remove(hour);
        }
    }
}
