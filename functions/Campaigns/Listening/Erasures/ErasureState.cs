namespace Campaigns.Listening.Erasures;

/// <summary>How far an erasure is, in the words of the HTTP contract.</summary>
public static class ErasureState
{
    /// <summary>It is being written down; nobody was told of it yet.</summary>
    public const string Asked = "asked";

    /// <summary>The author goes on the refusal list of each campaign.</summary>
    public const string Accepted = "accepted";

    /// <summary>What comes from the author counts without an author; what was counted before is looked through.</summary>
    public const string Refused = "refused";

    /// <summary>The author's keys are tokens; everything is looked through again for what was under way meanwhile.</summary>
    public const string Erased = "erased";

    /// <summary>Nothing but the refusal lists knows the author any more.</summary>
    public const string Done = "done";
}
