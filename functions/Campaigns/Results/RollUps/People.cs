using System.Numerics;

namespace Campaigns.Results.RollUps;

/// <summary>Counts distinct authors: in all, and of each channel, kind of mention, hashtag and topic.</summary>
/// <param name="influencerFollowers">From how many followers an author is an influencer.</param>
internal sealed class People(long influencerFollowers)
{
    private readonly PeopleCount[] channels = new PeopleCount[256];
    private readonly PeopleCount[] kinds = new PeopleCount[4];
    private readonly PeopleCount[] tags = new PeopleCount[64];
    private readonly long[] topics = new long[64];
    private PeopleCount all;

    public AuthorTotals All => all.Total();

    public AuthorTotals OfChannel(int channel) => channels[channel].Total();

    public AuthorTotals OfKind(int kind) => kinds[kind].Total();

    public AuthorTotals OfTag(int tag) => tags[tag].Total();

    /// <summary>How many authors a topic has, with or without a hashtag.</summary>
    public long OfTopic(int topic) => topics[topic];

    /// <summary>Adds an author.</summary>
    /// <param name="author">What is known of the author; nothing where no mention of theirs counts.</param>
    /// <param name="used">The hashtags they used.</param>
    /// <param name="known">Those of them with a mention whose followers are known.</param>
    /// <param name="about">The topics they spoke about.</param>
    public void Add(SeenAuthor author, ulong used, ulong known, ulong about)
    {
        for (; about != 0; about &= about - 1)
        {
            topics[BitOperations.TrailingZeroCount(about)]++;
        }

        if (author.Kinds == 0)
        {
            return;
        }

        var isInfluencer = author.Followers >= influencerFollowers;
        all.Add(author, isInfluencer, author.KnownKinds != 0);
        channels[author.Channel].Add(author, isInfluencer, author.KnownKinds != 0);
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            if ((author.Kinds >> kind & 1) != 0)
            {
                kinds[kind].Add(author, isInfluencer, (author.KnownKinds >> kind & 1) != 0);
            }
        }

        for (; used != 0; used &= used - 1)
        {
            var tag = BitOperations.TrailingZeroCount(used);
            tags[tag].Add(author, isInfluencer, (known >> tag & 1) != 0);
        }
    }

    private struct PeopleCount
    {
        private long contributors;
        private long organisations;
        private long influencers;
        private long withImpressions;
        private KnownSum reach;

        public void Add(SeenAuthor author, bool isInfluencer, bool hasImpressions)
        {
            contributors++;
            organisations += author.IsOrganisation ? 1 : 0;
            influencers += isInfluencer ? 1 : 0;
            withImpressions += hasImpressions ? 1 : 0;
            reach = reach.Plus(author.Followers);
        }

        public readonly AuthorTotals Total() => new(contributors, organisations, influencers, reach, withImpressions);
    }
}
