using System.Runtime.InteropServices;
using Campaigns.Listening.Cells;

namespace Campaigns.Results.RollUps;

/// <summary>
/// What a process has folded of a campaign's cells, so that it reads again only those that changed: sums by cell, which are replaced, and
/// unions of authors, which are added to. It is a cache of the fold over all records and nothing more: <see cref="Missing"/> says what to read
/// until it is that again, or that it cannot be.
/// </summary>
/// <param name="plan">What of the plan the figures depend on.</param>
internal sealed class CampaignFold(FoldPlan plan)
{
    private readonly SortedDictionary<string, KeptDay> days = new(StringComparer.Ordinal);
    private readonly AuthorUnion authors = new(byPart: true, withTopics: plan.Topics != 0);
    private readonly List<string> channels = [];
    private readonly Dictionary<PartKey, PartSums> parts = [];
    private long cellBytes;
    private KeptDay? open;

    public FoldPlan Plan => plan;

    /// <summary>The memory that it takes.</summary>
    public long Bytes => authors.Bytes + cellBytes + days.Values.Sum(day => day.Authors?.Bytes ?? 0);

    /// <summary>Which cells must be read, in the order of time.</summary>
    /// <param name="versions">Every cell as it is now.</param>
    /// <returns>The cells; null where what was folded does not hold any more, and all must be folded anew.</returns>
    public IReadOnlyList<CellId>? Missing(IEnumerable<CellVersion> versions)
    {
        var missing = new List<CellId>();
        var folded = 0;
        foreach (var day in versions.Where(cell => plan.Covers(cell.Id.Hour)).OrderBy(cell => (cell.Id.Hour, cell.Id.Shard)).GroupBy(cell => plan.DayOf(cell.Id.Hour)))
        {
            var kept = days.GetValueOrDefault(day.Key);
            var changed = new List<CellId>();
            foreach (var cell in day)
            {
                var known = kept?.Cells.GetValueOrDefault((cell.Id.Hour, cell.Id.Shard));
                if (known is not null && known.Retractions != cell.Retractions)
                {
                    return null;
                }

                folded += known is null ? 0 : 1;
                if (known?.ETag != cell.ETag)
                {
                    changed.Add(cell.Id);
                }
            }

            // A day whose authors were let go is read whole, but only when it changes.
            missing.AddRange(changed.Count > 0 && kept is { Authors: null } ? day.Select(cell => cell.Id) : changed);
        }

        return folded == days.Values.Sum(day => day.Cells.Count) ? missing : null;
    }

    /// <summary>Folds a cell, for the first time or again. Cells come in the order of time.</summary>
    /// <returns>False where what was folded does not hold any more.</returns>
    public bool Add(CellId id, StoredCell stored)
    {
        var day = Open(plan.DayOf(id.Hour));
        var known = day.Cells.GetValueOrDefault((id.Hour, id.Shard));
        if (stored.ETag is not { } tag || (known is not null && known.Retractions != stored.Retractions))
        {
            return false;
        }

        parts.Clear();
        foreach (ref readonly var record in stored.Cell.Records)
        {
            Add(record, day.Authors!);
        }

        var cell = new KeptCell(tag, stored.Retractions, [.. parts]);
        cellBytes += cell.Bytes - (known?.Bytes ?? 0);
        day.Cells[(id.Hour, id.Shard)] = cell;
        return true;
    }

    /// <summary>Ends reading.</summary>
    /// <param name="asOf">The moment before anything was read.</param>
    /// <returns>The summary, and a row for each day that has mentions.</returns>
    public (Summary Summary, IReadOnlyList<RollUpRow> Rows) End(DateTimeOffset asOf)
    {
        Close();
        var sums = new CampaignSums(channels);
        foreach (var ((hour, _), cell) in days.Values.SelectMany(day => day.Cells))
        {
            foreach (var (key, part) in cell.Parts)
            {
                sums.Add(hour, key, part);
            }
        }

        return (sums.ToSummary(asOf, plan, authors.Total(plan.InfluencerFollowers)), [.. days.Select(day => DayRow.Of(day.Key, day.Value)).OfType<RollUpRow>()]);
    }

    /// <summary>Lets the authors of the oldest day go that is not being read, to save memory.</summary>
    /// <returns>False where there is none.</returns>
    public bool LetDayGo()
    {
        var oldest = days.Values.FirstOrDefault(day => day.Authors is not null && day != open);
        oldest?.Authors = null;
        return oldest is not null;
    }

    private KeptDay Open(string name)
    {
        if (!days.TryGetValue(name, out var day))
        {
            days.Add(name, day = new KeptDay());
        }

        if (day != open)
        {
            Close();
            open = day;
            day.Authors ??= new AuthorUnion(byPart: false);
            day.Digest = null;
        }

        return day;
    }

    private void Close()
    {
        open?.People = open.Authors!.Total(plan.InfluencerFollowers).All;
        open = null;
    }

    private void Add(in MentionRecord record, AuthorUnion ofDay)
    {
        var key = new PartKey(ChannelOf(record.Channel), (int)record.Kind, record.Tags & plan.Tags, record.Topics & plan.Topics, record.LookAlikes & plan.Tags);
        if ((key.Tags | key.Topics | key.LookAlikes) == 0)
        {
            return;
        }

        CollectionsMarshal.GetValueRefOrAddDefault(parts, key, out _).Add(record);
        if (!record.Own && record.Author != 0)
        {
            var sight = new AuthorSight(
                key.Channel, record.Kind, key.Tags, key.Topics, record.LargestFollowers, record.Followers >= 0, record.AuthorKind == AuthorKind.Organisation);
            authors.Add(record.Author, sight);
            if (key.Tags != 0)
            {
                ofDay.Add(record.Author, sight);
            }
        }
    }

    private int ChannelOf(string name)
    {
        for (var number = 0; number < channels.Count; number++)
        {
            if (ReferenceEquals(channels[number], name) || channels[number] == name)
            {
                return number;
            }
        }

        channels.Add(name);
        return channels.Count - 1;
    }
}
