namespace Campaigns.Channels.Media;

/// <summary>What fetching a picture gave.</summary>
internal abstract record FetchedMedia
{
    private FetchedMedia()
    {
    }

    /// <summary>The picture.</summary>
    public sealed record Picture(byte[] Bytes, ImageHeader Header) : FetchedMedia;

    /// <summary>There is no picture that can be published at that address.</summary>
    public sealed record Refused(string Reason) : FetchedMedia;
}
