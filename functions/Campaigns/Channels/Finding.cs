namespace Campaigns.Channels;

/// <summary>What a channel knows about a post that was claimed and has no receipt.</summary>
public abstract record Finding
{
    private Finding()
    {
    }

    /// <summary>The platform has it.</summary>
    /// <param name="Url">Where a person sees it.</param>
    /// <param name="PlatformId">The platform's own name for it.</param>
    public sealed record Published(Uri Url, string PlatformId) : Finding;

    /// <summary>The platform does not have it: to publish it now cannot make a second one.</summary>
    public sealed record ProvenAbsent : Finding;

    /// <summary>Neither can be proven; a person has to look.</summary>
    /// <param name="Reason">Why not.</param>
    public sealed record CannotTell(string Reason) : Finding;

    /// <summary>The platform asks to wait before it answers.</summary>
    /// <param name="Until">When to ask again.</param>
    public sealed record AskLater(DateTimeOffset Until) : Finding;
}
