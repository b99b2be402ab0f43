using Campaigns.Planning;

namespace Campaigns.Channels.Bluesky;

/// <summary>Where the hashtags of a text stand: the same ones that listening will find.</summary>
internal static class HashtagSpans
{
    public static IReadOnlyList<(int Start, int End, string Tag)> In(string text)
    {
        var spans = new List<(int Start, int End, string Tag)>();
        foreach (var span in new HashtagScanner(text))
        {
            spans.Add((span.Start, span.End, span.Name(text).ToString()));
        }

        return spans;
    }
}
