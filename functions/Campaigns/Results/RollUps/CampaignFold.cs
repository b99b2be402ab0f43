using System.Numerics;
using System.Runtime.InteropServices;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Supporters;

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
    private readonly AuthorUnion authors = new(plan.InfluencerFollowers);
    private readonly FoldChannels channels = new();
    private readonly Dictionary<PartKey, PartSums> parts = [];
    private readonly Dictionary<int, SupporterSums> named = [];
    private readonly Dictionary<int, OwnUse> own = [];
    private long cellBytes;
    private KeptDay? open;

    /// <summary>What of the plan the figures depend on.</summary>
    public FoldPlan Plan { get; private set; } = plan;

    /// <summary>The memory that it takes.</summary>
    public long Bytes => authors.Bytes + cellBytes + days.Values.Sum(day => day.Authors?.Bytes ?? 0);

    /// <summary>Takes the plan as it is now.</summary>
    /// <returns>False where what was folded does not hold for it.</returns>
    public bool Take(FoldPlan next)
    {
        // An author who came into the list, left it or is another supporter now was folded as somebody else, if there was anything to fold.
        var holds = next.Rules == Plan.Rules && (next.Supporters.Version == Plan.Supporters.Version
            || !next.Supporters.ByAuthor.Keys.Concat(Plan.Supporters.ByAuthor.Keys).Any(author => Named(next, author) != Named(Plan, author) && authors.Has(Named(Plan, author)?.Author ?? author)));
        holds = holds && !next.Refused.Open.Keys.Any(author => !Plan.Refused.Open.ContainsKey(author) && (Plan.Own.Has(author) || authors.Has(Plan.CountsAs(author, out _, out _))));
        Plan = holds ? next : Plan;
        return holds;

        static Supporter? Named(FoldPlan plan, UInt128 author) => plan.Supporters.ByAuthor.GetValueOrDefault(author);
    }

    /// <summary>Which cells must be read, in the order of time.</summary>
    /// <param name="versions">Every cell as it is now.</param>
    /// <returns>The cells; null where what was folded does not hold any more, and all must be folded anew.</returns>
    public IReadOnlyList<CellVersion>? Missing(IEnumerable<CellVersion> versions)
    {
        var missing = new List<CellVersion>();
        var folded = 0;
        foreach (var day in versions.Where(cell => Plan.Covers(cell.Id.Hour)).OrderBy(cell => (cell.Id.Hour, cell.Id.Shard)).GroupBy(cell => Plan.DayOf(cell.Id.Hour)))
        {
            var kept = days.GetValueOrDefault(day.Key);
            var changed = new List<CellVersion>();
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
                    changed.Add(cell);
                }
            }

            // A day whose authors were let go is read whole, but only when it changes.
            missing.AddRange(changed.Count > 0 && kept is { Authors: null } ? day : changed);
        }

        return folded == days.Values.Sum(day => day.Cells.Count) ? missing : null;
    }

    /// <summary>Folds a cell, for the first time or again. Cells come in the order of time.</summary>
    /// <returns>False where what was folded does not hold any more.</returns>
    public bool Add(CellId id, StoredRecords stored)
    {
        var day = Open(Plan.DayOf(id.Hour));
        var known = day.Cells.GetValueOrDefault((id.Hour, id.Shard));
        if (stored.ETag is not { } tag || (known is not null && known.Retractions != stored.Retractions))
        {
            return false;
        }

        parts.Clear();
        named.Clear();
        own.Clear();
        foreach (var record in stored.Records)
        {
            Add(id.Hour, record, day.Authors!);
        }

        var cell = new KeptCell(tag, stored.Retractions, [.. parts], [.. named], [.. own]);
        cellBytes += cell.Bytes - (known?.Bytes ?? 0);
        day.Cells[(id.Hour, id.Shard)] = cell;
        return true;
    }

    /// <summary>Ends reading.</summary>
    /// <param name="asOf">The moment before anything was read.</param>
    /// <returns>The summary, and two rows for each day that has mentions.</returns>
    public (Summary Summary, IReadOnlyList<RollUpRow> Rows) End(DateTimeOffset asOf)
    {
        Close();
        var (sums, supporters) = (new CampaignSums(channels.Names, Plan.Own.Names), new SupporterTally(Plan.Supporters));
        foreach (var ((hour, _), cell) in days.Values.SelectMany(day => day.Cells))
        {
            foreach (var (key, part) in cell.Parts)
            {
                sums.Add(hour, key, part);
            }

            sums.Add(cell.Own);
            supporters.Add(cell.Supporters);
        }

        var summary = sums.ToSummary(asOf, Plan, authors.People) with { Named = Plan.Supporters.ByAuthor.Keys.LongCount(authors.IsContributor) };
        // A day's rows stand side by side, so that one transaction writes both.
        return (summary, [.. days.SelectMany(day => new[] { DayRow.Of(day.Key, day.Value, channels.Names, Plan.Own.Names), HoursRow.Of(day.Key, day.Value, channels.Names) }).OfType<RollUpRow>(), .. supporters.Rows()]);
    }

    /// <summary>
    /// Lets the authors of the oldest day go, to save memory. While cells are read, only those of a day before the one that is being read: of a later
    /// one perhaps only the changed cells will come, and they need the authors of the others beside them.
    /// </summary>
    /// <returns>False where there is none.</returns>
    public bool LetDayGo()
    {
        var oldest = days.Values.TakeWhile(day => day != open).FirstOrDefault(day => day.Authors is not null);
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
            day.Authors ??= new DayAuthors(Plan.InfluencerFollowers);
            (day.Digest, day.HoursDigest) = (null, null);
        }

        return day;
    }

    private void Close()
    {
        open?.People = open.Authors!.People.All;
        open = null;
    }

    private void Add(long hour, in MentionRecord record, DayAuthors ofDay)
    {
        var key = new PartKey(channels.NumberOf(record.Channel), (int)record.Kind, record.Tags & Plan.Tags, record.Topics & Plan.Topics, record.LookAlikes & Plan.Tags);
        if ((key.Tags | key.Topics | key.LookAlikes) == 0)
        {
            return;
        }

        CollectionsMarshal.GetValueRefOrAddDefault(parts, key, out _).Add(record);
        if (record.Own && key.Tags != 0 && Plan.Own.Any)
        {
            ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(own, Plan.OwnNumberOf(record.Author), out _);
            use = use.Plus(new OwnUse(1, BitOperations.PopCount(key.Tags)));
        }

        if (!record.Own && record.Author != 0)
        {
            // A supporter who was seen by several keys is one contributor.
            var author = Plan.CountsAs(record.Author, out var supporter, out var isOrganisation);
            var sight = new AuthorSight(
                key.Channel, record.Kind, key.Tags, key.Topics, record.LargestFollowers, record.Followers >= 0,
                record.AuthorKind == AuthorKind.Organisation || isOrganisation, supporter is not null);
            var number = authors.Add(author, sight);
            if (key.Tags != 0)
            {
                ofDay.Add(number, sight);
                if (supporter is not null)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(named, supporter.Number, out _).Add(hour, record, key.Tags);
                }
            }
        }
    }
}
