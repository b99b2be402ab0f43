namespace Campaigns.Results.RollUps;

/// <summary>Counts distinct authors: in all, and of each channel, kind of mention, hashtag and topic.</summary>
/// <param name="influencerFollowers">From how many followers an author is an influencer.</param>
/// <param name="byPart">Whether parts are counted too.</param>
internal sealed class People(long influencerFollowers, bool byPart)
{
    private readonly PeopleCount[] channels = new PeopleCount[byPart ? 256 : 0];
    private readonly PeopleCount[] kinds = new PeopleCount[byPart ? 4 : 0];
    private readonly PeopleCount[] tags = new PeopleCount[byPart ? 64 : 0];
    private readonly long[] topics = new long[byPart ? 64 : 0];
    private PeopleCount all;

    /// <summary>How many authors whom the campaign does not name have a mention with several hashtags, and known followers.</summary>
    public long WithSeveralTags { get; private set; }

    public AuthorTotals All => all.Total();

    public AuthorTotals OfChannel(int channel) => channels[channel].Total();

    public AuthorTotals OfKind(int kind) => kinds[kind].Total();

    public AuthorTotals OfTag(int tag) => tags[tag].Total();

    /// <summary>How many authors a topic has, with or without a hashtag.</summary>
    public long OfTopic(int topic) => topics[topic];

    /// <summary>Counts an author, or takes one back as it was counted.</summary>
    /// <param name="times">1, or -1 to take it back.</param>
    /// <param name="author">What is known of the author; nothing where no mention of theirs counts.</param>
    /// <param name="used">The hashtags and topics they used; where parts are not counted, nothing.</param>
    public void Count(int times, SeenAuthor author, in UsedParts used)
    {
        foreach (var topic in new Bits(used.Topics))
        {
            topics[topic] += times;
        }

        if (author.Kinds == 0)
        {
            return;
        }

        var isInfluencer = author.Followers >= influencerFollowers;
        all.Add(times, author, isInfluencer, author.KnownKinds != 0);
        if (!byPart)
        {
            return;
        }

        channels[author.Channel].Add(times, author, isInfluencer, author.KnownKinds != 0);
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            if ((author.Kinds >> kind & 1) != 0)
            {
                kinds[kind].Add(times, author, isInfluencer, (author.KnownKinds >> kind & 1) != 0);
            }
        }

        foreach (var tag in new Bits(used.Tags))
        {
            tags[tag].Add(times, author, isInfluencer, (used.Known >> tag & 1) != 0);
        }

        WithSeveralTags += author.HasSeveralTags && !author.IsNamed ? times : 0;
    }

    private struct PeopleCount
    {
        private long contributors;
        private long organisations;
        private long influencers;
        private long withImpressions;
        private long reach;
        private long withReach;
        private UnnamedAuthors unnamed;

        public void Add(int times, SeenAuthor author, bool isInfluencer, bool hasImpressions)
        {
            contributors += times;
            organisations += author.IsOrganisation ? times : 0;
            influencers += isInfluencer ? times : 0;
            withImpressions += hasImpressions ? times : 0;
            reach += author.Followers >= 0 ? times * author.Followers : 0;
            withReach += author.Followers >= 0 ? times : 0;
            if (!author.IsNamed)
            {
                unnamed = new UnnamedAuthors(
                    unnamed.Contributors + times, unnamed.WithReach + (author.Followers >= 0 ? times : 0), unnamed.WithImpressions + (hasImpressions ? times : 0));
            }
        }

        public readonly AuthorTotals Total() =>
            new(contributors, organisations, influencers, new KnownSum(reach, withReach, contributors - withReach), withImpressions, unnamed);
    }
}
