namespace Campaigns.Local.Demo;

/// <summary>
/// The video of a practice with 10,000 patients on its list, of which only self-reported figures are known: reached over 12,000 people, 2,400 views, shared by
/// over 100. When that was, and under which hashtag, was not published: both are made up.
/// </summary>
internal static class PracticeVideo
{
    public const string Id = "practice-video";

    public const int Reached = 12_000;

    public const int Views = 2_400;

    public const int Shared = 100;

    public const string Campaign = """
        {
          "name": "A practice's video",
          "owner": "A practice with 10,000 patients on its list",
          "start": "2015-06-01",
          "end": "2015-06-30",
          "timeZone": "Europe/London",
          "hashtags": ["#PracticeVideo"],
          "plan": {
            "tell": "What the practice offers, in a video of its own.",
            "hear": "What patients want to know before they come.",
            "act": "Answer in the next video, and at the desk."
          },
          "objectives": [{ "name": "As many people reached as are on the list", "metric": "people-reached", "layer": "output", "target": 10000 }]
        }
        """;

    private const string Source = "Guidance for NHS communication teams on social media, 2012 to 2016";

    /// <summary>What the practice reported.</summary>
    public static IReadOnlyList<Entered> ByHand { get; } =
    [
        new("people-reached", "2015-06-30", "", Reached, "people", "People whom the video reached; reported as over 12,000, so at least this many", Source),
        new("video-views", "2015-06-30", "", Views, "views", "Views of the video, as reported", Source),
        new("people-who-shared", "2015-06-30", "", Shared, "people", "People who shared the video; reported as over 100, so at least this many", Source),
    ];
}
