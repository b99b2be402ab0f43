namespace Campaigns.Local.Demo;

/// <summary>The campaign that the demo takes from plan to results, after #MissingType (NHS Blood and Transplant, June 2015).</summary>
internal static class MissingType
{
    public const string Id = "missing-type";

    public const string PostId = "launch";

    /// <summary>Who published what, as the campaign reported it.</summary>
    public const string Source = "NHS Blood and Transplant, National Blood Week 2015";

    public const int Uses = 26_121;

    public const int Influencers = 60;

    public const int Organisations = 1_000;

    public const int Engaged = 478_480;

    public const int ImageLikes = 1_700;

    public const int InstagramRise = 66;

    public const string Campaign = """
        {
          "name": "Missing Type",
          "owner": "Blood donation communications team",
          "start": "2015-06-05",
          "end": "2015-06-21",
          "timeZone": "Europe/London",
          "hashtags": ["#MissingType", "#NationalBloodWeek"],
          "plan": {
            "tell": "As, Bs and Os are missing: new blood donors are needed.",
            "hear": "What keeps people from giving blood for the first time.",
            "act": "Open sessions where people ask for them, and answer every question within a working day."
          },
          "accounts": [
            { "channel": "facebookgroup", "account": "Blood donors of the North West", "organisation": { "name": "NHS Blood and Transplant" } },
            { "channel": "leaflet", "account": "GP surgeries of the North West" }
          ],
          "objectives": [
            { "name": "Uses of both hashtags", "metric": "uses", "layer": "output", "target": 20000 },
            { "name": "Growth of the Instagram profile", "metric": "followerGrowthPercent", "layer": "outtake", "target": 50, "channel": "instagram", "account": "NHSBT" },
            { "name": "New donors registered", "metric": "registrations", "layer": "outcome", "target": 40000, "by": "2015-12-31" }
          ],
          "influencerFollowers": 10000
        }
        """;

    /// <summary>Whom the report may name; the names are made up, as the mentions are.</summary>
    public const string Supporters = """
        [
          { "channel": "x", "id": "1", "name": "A made-up college", "kind": "organisation", "basis": "made up for the demo" },
          { "channel": "x", "id": "2", "name": "A made-up charity", "kind": "organisation", "basis": "made up for the demo" },
          { "channel": "instagram", "id": "6", "name": "A made-up bakery", "kind": "organisation", "basis": "made up for the demo" }
        ]
        """;

    /// <summary>Due since the campaign's first morning, so it goes out at once.</summary>
    public const string Post = """
        {
          "text": "_lood gro_ps need _lood d_nors: the letters A, B and O are missing. Register as a donor today. #MissingType #NationalBloodWeek",
          "link": "https://www.blood.co.uk/",
          "dueAt": "2015-06-05T09:00:00+01:00",
          "channels": ["facebookgroup", "leaflet"]
        }
        """;

    /// <summary>
    /// What no interface gives, entered by hand as published. Of the Instagram profile only the rise was published: the two counts are made up to
    /// have it.
    /// </summary>
    public static IReadOnlyList<Entered> ByHand { get; } =
    [
        new("people-engaged", "2015-06-21", "?channel=facebook", Engaged, "people", "People engaged on Facebook, as the campaign published it; how Facebook counted them was not published", Source),
        new("image-likes", "2015-06-21", "", ImageLikes, "likes", "Likes of the campaign's images, as published; on which platforms was not published", Source),
        new("followers", "2015-06-05", "?channel=instagram&account=NHSBT", 1_000, "followers", "Made up: only the rise by 66% was published", Source),
        new("followers", "2015-06-21", "?channel=instagram&account=NHSBT", 1_660, "followers", "Made up: only the rise by 66% was published", Source),
    ];
}
