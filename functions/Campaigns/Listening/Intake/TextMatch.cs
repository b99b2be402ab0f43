namespace Campaigns.Listening.Intake;

/// <summary>What a text has of one campaign.</summary>
internal struct TextMatch
{
    private ulong any;
    private ulong none;

    /// <summary>One bit for each of its hashtags that the text uses.</summary>
    public ulong Tags { get; private set; }

    /// <summary>One bit for each of its hashtags that something in the text only looks like.</summary>
    public ulong LookAlikes { get; private set; }

    /// <summary>One bit for each of its topics that the text is about.</summary>
    public readonly ulong Topics => any & ~none;

    /// <summary>Whether nothing was found yet.</summary>
    public readonly bool IsEmpty => (Tags | LookAlikes | any | none) == 0;

    public void Add(TagUse use) => Tags |= use.Bit;

    public void AddLookAlike(TagUse use) => LookAlikes |= use.Bit;

    public void Add(TopicUse use)
    {
        any |= use.Any;
        none |= use.None;
    }
}
