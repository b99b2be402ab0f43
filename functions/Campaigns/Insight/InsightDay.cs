namespace Campaigns.Insight;

/// <summary>What a local day's texts come to. Nothing in it tells of a single mention or author.</summary>
/// <param name="day">The day in the campaign's time zone, as <c>yyyy-MM-dd</c>.</param>
public sealed class InsightDay(string day)
{
    /// <summary>A day keeps no more groups: what comes in further ones is added up by channel, language and first hashtag alone.</summary>
    private const int MostGroups = 4096;

    /// <summary>Past these languages are no longer told apart either, so that a day always fits its row, whatever languages its mentions claim.</summary>
    private const int MostGroupsOfLanguages = 5120;

    private const int MostPhrases = 100;
    private const int MostAnalysers = 50;
    private const int LongestVersion = 64;

    private readonly Dictionary<InsightGroup, InsightCounts> groups = [];
    private readonly Dictionary<(string Name, string Version), long> analysers = [];
    private readonly Dictionary<string, long> phrases = new(StringComparer.Ordinal);

    /// <summary>The day.</summary>
    public string Day => day;

    /// <summary>When storage took it in as it is; null where it is not stored.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>What the texts of each group come to.</summary>
    public IReadOnlyDictionary<InsightGroup, InsightCounts> Groups => groups;

    /// <summary>How many texts each analyser looked at.</summary>
    public IReadOnlyDictionary<(string Name, string Version), long> Analysers => analysers;

    /// <summary>Phrases that enough mentions have, and how many.</summary>
    public IReadOnlyDictionary<string, long> Phrases => phrases;

    /// <summary>The same again, to be changed.</summary>
    internal InsightDay Copy()
    {
        var copy = new InsightDay(day);
        foreach (var (group, counts) in groups)
        {
            copy.groups.Add(group, counts);
        }

        foreach (var (analyser, count) in analysers)
        {
            copy.analysers.Add(analyser, count);
        }

        foreach (var (phrase, count) in phrases)
        {
            copy.phrases.Add(phrase, count);
        }

        return copy;
    }

    internal void Add(InsightGroup group, in InsightCounts counts)
    {
        if (groups.Count >= MostGroups && !groups.ContainsKey(group))
        {
            group = group with { Tags = group.Tags & (~group.Tags + 1), Topics = group.Tags == 0 ? group.Topics & (~group.Topics + 1) : 0 };
            group = groups.Count >= MostGroupsOfLanguages && !groups.ContainsKey(group) ? group with { Language = null } : group;
        }

        groups[group] = groups.GetValueOrDefault(group).Plus(counts);
    }

    internal void AddAnalyser(string name, string version, long texts)
    {
        if (texts > 0)
        {
            // A service that says another version with every answer fills no row.
            version = version[..Math.Min(version.Length, LongestVersion)];
            version = analysers.Count < MostAnalysers || analysers.ContainsKey((name, version)) ? version : "";
            analysers[(name, version)] = analysers.GetValueOrDefault((name, version)) + texts;
        }
    }

    /// <summary>Shows a phrase; of too many, those that most mentions have.</summary>
    internal void Show(string phrase, long mentions)
    {
        if (phrases.Count >= MostPhrases && !phrases.ContainsKey(phrase))
        {
            var (least, count) = phrases.MinBy(shown => (shown.Value, shown.Key));
            if (count >= mentions)
            {
                return;
            }

            phrases.Remove(least);
        }

        phrases[phrase] = mentions;
    }
}
