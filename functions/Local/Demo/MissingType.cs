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
          "influencerFollowers": 10000
        }
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
}
